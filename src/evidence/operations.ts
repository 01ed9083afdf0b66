import { allStatuses, ownOperations } from '../model/operation.ts';
import type { Api, Code, Status } from '../model/registry.ts';
import { pathParts, requestOf } from '../model/request.ts';
import type { Specified, SpecOperation } from './spec.ts';

/** Which operations of a specification are those about which the registry says something of their own, and what it expects there. */
export class Operations {
  readonly #names: string[];
  /** Those that the specification has. */
  readonly #found = new Set<string>();

  constructor({ codes }: Api) {
    const own = codes.flatMap((code) => ownOperations(code).filter(({ statuses }) => statuses));
    this.#names = [...new Set(own.map(({ operation }) => operation))];
  }

  /** The registry's name of an operation of the specification; undefined where it says nothing of its own about its statuses. */
  nameOf(operation: SpecOperation): string | undefined {
    const name = this.#names.find((it) => isNamed(it, operation));
    if (name !== undefined) this.#found.add(name);
    return name;
  }

  /**
   * The statuses that the registry lists for a code where the specification names it; also those of operations that the
   * specification doesn't have under the name of the registry, because any of its operations may be meant.
   */
  statusesOf(code: Code, { operation }: Specified): Status[] {
    const there = code.operations.find((it) => it.operation === operation);
    if (there?.statuses) return there.statuses;
    const unfound = code.operations.filter((it) => !this.#found.has(it.operation));
    return allStatuses({ statuses: code.statuses, operations: unfound });
  }
}

/** By method and path, of which the specification may leave out the beginning; or by its id or the end of its path. */
function isNamed(name: string, { method, path, id }: SpecOperation): boolean {
  const request = requestOf(name);
  if (!request) return name === id || path.endsWith(`/${name}`);
  const plain = withoutNames(path);
  const whole = withoutNames(request.path);
  const isPart = plain !== '' && whole.endsWith(plain) && !whole.slice(0, -plain.length).includes('{}');
  return request.method === method && (isPart || whole === plain);
}

/** A path in which every parameter is written in the same way. */
function withoutNames(path: string): string {
  return pathParts(path)
    .map((part, index) => (index % 2 === 0 ? part : '{}'))
    .join('')
    .replace(/\/+$/, '');
}
