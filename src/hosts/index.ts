import { caddy } from './caddy.ts';
import { cloudflare, netlify } from './headers-file.ts';
import type { Host } from './host.ts';
import { nginx } from './nginx.ts';
import { s3 } from './s3.ts';

export type { Host } from './host.ts';
export {
  ASK_AGAIN,
  ASSETS,
  contentType,
  EVERYWHERE,
  FILE_TYPES,
  fileTypeOf,
  type Header,
  type HostedSite,
  type Move,
  NOT_FOUND,
} from './rules.ts';

/** The hosts that errorbook writes rules for, by the names that `--host` takes. */
export const hosts: Readonly<Record<string, Host>> = { nginx, caddy, netlify, cloudflare, s3 };

/** Whether a base path can be written into the rules of every host as it is. */
export function isPlainBase(base: string): boolean {
  return /^\/(?:[A-Za-z0-9._~-]+\/)*$/.test(base);
}
