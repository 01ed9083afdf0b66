import type { ChangeLevel, FoundChange } from '../model/change.ts';
import type { ApiPair, RegistryPair } from './pair.ts';

/** A rule over two states of an API (or of the registry): it returns what it finds, in no order. */
export interface ChangeRule {
  /** Also the name of its file and of its fixtures. */
  id: string;
  level: ChangeLevel;
  /** What it finds, in a sentence. */
  summary: string;
  /** Why it has its level: what happens to the caller. */
  reason: string;
  /** Looks at one API that is there before and after. */
  check?(pair: ApiPair): FoundChange[];
  /** Looks at the registry: which APIs there are. */
  checkRegistry?(pair: RegistryPair): (FoundChange & { api: string })[];
}
