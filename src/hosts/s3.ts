import type { Host } from './host.ts';
import {
  ASK_AGAIN,
  ASSETS,
  contentType,
  EVERYWHERE,
  FILE_TYPES,
  FOREVER,
  fileTypeOf,
  type HostedSite,
} from './rules.ts';

const UPLOAD = 's3-upload.sh';
const HEADERS = 'cloudfront-headers.json';

/**
 * Amazon S3 behind CloudFront. S3 takes the type and the caching of each file when it is uploaded, and CloudFront adds the headers of every
 * response. CloudFront compresses, and an alias has a page that forwards.
 */
export const s3: Host = {
  title: 'S3',
  compresses: true,
  files: (site) => [
    { path: UPLOAD, text: `${upload(site).join('\n')}\n` },
    { path: HEADERS, text: `${JSON.stringify(policy(), null, 2)}\n` },
  ],
  next: ({ folder }) =>
    `S3: \`sh ${folder}${UPLOAD} BUCKET\`; CloudFront: \`aws cloudfront create-response-headers-policy --response-headers-policy-config file://${folder}${HEADERS}\`.`,
};

/** Uploads what is new or changed, by type. Nothing is deleted, so that published addresses and other files in the bucket stay. */
function upload({ base, files }: HostedSite): string[] {
  const there = FILE_TYPES.filter((type) => files.some((file) => fileTypeOf(file) === type));
  const include = (extensions: readonly string[], folder: string) =>
    extensions.map((it) => `--include '${folder}*.${it}'`).join(' ');
  const commands = there.flatMap((type) => {
    const sent = `--content-type '${contentType(type)[1]}' --cache-control`;
    const assets = files.some((file) => file.startsWith(ASSETS) && fileTypeOf(file) === type);
    return [
      `put ${include(type.extensions, '')} --exclude '${ASSETS}*' --exclude '${HEADERS}' ${sent} '${ASK_AGAIN[1]}'`,
      ...(assets ? [`put ${include(type.extensions, ASSETS)} ${sent} '${FOREVER[1]}'`] : []),
    ];
  });
  return [
    '#!/bin/sh',
    `# Written by Errorbook. Uploads the site with the AWS CLI: sh ${UPLOAD} BUCKET`,
    'set -eu',
    `to="s3://\${1:?name the bucket}${base}"`,
    'cd "$(dirname "$0")"',
    `put() { aws s3 sync . "$to" --exclude '*' "$@"; }`,
    ...commands,
  ];
}

/** What `aws cloudfront create-response-headers-policy` takes (CloudFront API, ResponseHeadersPolicyConfig). */
function policy(): object {
  const custom = EVERYWHERE.filter(([name]) => !SECURITY.has(name));
  return {
    Name: 'errorbook',
    SecurityHeadersConfig: Object.fromEntries(
      EVERYWHERE.flatMap(([name, value]) => {
        const make = SECURITY.get(name);
        return make ? [make(value)] : [];
      }),
    ),
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([name, value]) => ({ Header: name, Value: value, Override: true })),
    },
  };
}

/** The headers for which a policy has a place of their own. */
const SECURITY = new Map<string, (value: string) => [string, object]>([
  ['Content-Security-Policy', (value) => ['ContentSecurityPolicy', { ContentSecurityPolicy: value, Override: true }]],
  ['X-Content-Type-Options', () => ['ContentTypeOptions', { Override: true }]],
  ['Referrer-Policy', (value) => ['ReferrerPolicy', { ReferrerPolicy: value, Override: true }]],
]);
