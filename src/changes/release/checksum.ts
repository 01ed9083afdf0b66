import { fnv1a } from '../../model/fnv1a.ts';

/**
 * The checksum of a release: of its values in their order, however they are indented and whatever their line ends are,
 * and of the release before, so that one that was changed or exchanged is found too.
 */
export function checksumOf({ checksum: _own, ...rest }: Record<string, unknown>, previous: string): string {
  return fnv1a(`${previous}\n${JSON.stringify(rest)}`);
}
