import type { GuideComponentName } from '../../index.ts';
import CodeList from './CodeList.astro';
import Codes from './Codes.astro';
import Envelope from './Envelope.astro';
import Example from './Example.astro';
import Headers from './Headers.astro';
import Limits from './Limits.astro';
import Policies from './Policies.astro';
import Retries from './Retries.astro';
import Scopes from './Scopes.astro';
import States from './States.astro';
import Statuses from './Statuses.astro';
import UnknownCodes from './UnknownCodes.astro';

/** The components that a guide may use; each reads the registry of the guide's API. */
export const guideComponents = {
  CodeList,
  Codes,
  Envelope,
  Example,
  Headers,
  Limits,
  Policies,
  Retries,
  Scopes,
  States,
  Statuses,
  UnknownCodes,
} satisfies Record<GuideComponentName, unknown>;
