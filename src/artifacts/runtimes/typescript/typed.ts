/** A text as its type; as it is where it isn't spelled so. */
function typedText(text: string, type: string | undefined): unknown {
  if (type === 'integer' || type === 'number') return String(Number(text)) === text ? Number(text) : text;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type === 'null' && text === '') return null;
  return (type === 'object' || type === 'array') && text === '' ? {} : text;
}

// begin left out
export { typedText };
// end left out
