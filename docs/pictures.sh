#!/bin/sh
# Makes the pictures of the README and the guide from the real program, on a machine without a
# display: docs/images/*.jpg and *.png of the window and what belongs to it. Needs the sample photos
# and models of this repository and two minutes.
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -pl inference,ui test -Dtest=GuidePicturesTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dhyperlumen.pictures=docs/images
