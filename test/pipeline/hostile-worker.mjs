// A stand-in for the readers: does to its thread what the file's name says.
export default async function runTask({ name, port }) {
  port.postMessage({ kind: 'started' });
  if (name === 'loops') for (;;);
  if (name === 'eats') {
    const kept = [];
    for (;;) kept.push({ words: `${kept.length} cuộc họp`.split('') });
  }
  if (name === 'exits') process.exit(7);
  if (name === 'throws')
    setTimeout(() => {
      throw new Error('out of nowhere');
    }, 0);
  if (name === 'throws' || name === 'sleeps') await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (name === 'naps') await new Promise((resolve) => setTimeout(resolve, 200));
  if (name === 'stores') {
    port.postMessage({ kind: 'result', result: {} });
    await new Promise((resolve) => port.once('message', resolve));
  }
  return { kind: 'done', graph: { read: name } };
}
