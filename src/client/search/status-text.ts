/** A status with its name: `404 Not Found`; a name alone where that is the status. */
export function statusText(status: number | string, name: string): string {
  return name === String(status) ? name : `${status} ${name}`;
}
