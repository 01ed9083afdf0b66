#!/bin/sh
# Written by Errorbook. Uploads the site with the AWS CLI: sh s3-upload.sh BUCKET
set -eu
to="s3://${1:?name the bucket}/"
cd "$(dirname "$0")"
put() { aws s3 sync . "$to" --exclude '*' "$@"; }
put --include '*.html' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'text/html; charset=utf-8' --cache-control 'no-cache'
put --include '*.css' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'text/css; charset=utf-8' --cache-control 'no-cache'
put --include 'assets/*.css' --content-type 'text/css; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
put --include '*.js' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'text/javascript; charset=utf-8' --cache-control 'no-cache'
put --include 'assets/*.js' --content-type 'text/javascript; charset=utf-8' --cache-control 'public, max-age=31536000, immutable'
put --include '*.txt' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'text/plain; charset=utf-8' --cache-control 'no-cache'
put --include '*.ts' --include '*.py' --include '*.go' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'text/plain; charset=utf-8' --cache-control 'no-cache'
put --include '*.md' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'text/markdown; charset=utf-8' --cache-control 'no-cache'
put --include '*.json' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'application/json' --cache-control 'no-cache'
put --include '*.xml' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'application/xml' --cache-control 'no-cache'
put --include '*.png' --exclude 'assets/*' --exclude 'cloudfront-headers.json' --content-type 'image/png' --cache-control 'no-cache'
