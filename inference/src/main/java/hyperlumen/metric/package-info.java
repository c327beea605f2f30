/** How alike two pictures are: PSNR, SSIM, MS-SSIM and the signed difference, band by band. */
package hyperlumen.metric;
