import type { Links } from '../registry/index.ts';
import { urls } from './site.ts';

/** The addresses that artifacts of an API name. */
export function linksOf(api: string): Links {
  return {
    api: urls.absolute(urls.api(api)),
    code: (code) => urls.absolute(urls.code(api, code)),
  };
}
