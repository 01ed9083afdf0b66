/** A reporter that ends the process with the first test that fails, and else writes how many passed. */
export default async function* firstFailure(events: AsyncIterable<{ type: string }>): AsyncGenerator<string> {
  let passed = 0;
  for await (const { type } of events) {
    if (type === 'test:fail') process.exit(1);
    if (type === 'test:pass') passed++;
  }
  yield String(passed);
}
