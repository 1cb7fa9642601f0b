/**
 * Remembers what a pure function made of the last few thousand texts: reports name the same offices and symbols again
 * and again. Beyond the limit it begins anew, so that memory stays flat.
 */
export function remembered<T>(make: (text: string) => T, limit = 4_096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const made = make(text);
    // What is longer than a name comes once, and a slice of a text would keep the whole text alive.
    if (text.length > 80) return made;
    if (known.size >= limit) known.clear();
    known.set(Buffer.from(text, 'utf16le').toString('utf16le'), made);
    return made;
  };
}
