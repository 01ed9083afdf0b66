/** Whether a text could be copied: a page on plain http has no clipboard, and a reader may refuse it. */
export function copyText(text: string): Promise<boolean> {
  const copied = async () => navigator.clipboard.writeText(text);
  return copied().then(
    () => true,
    () => false,
  );
}
