/** Writes networks as ONNX graphs (opset 20, IR 9) and reads their weights back. */
package hyperlumen.network.onnx;
