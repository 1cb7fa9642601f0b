// The rooms of the house and who may import whom (docs/architecture.md). Everything not listed is forbidden.
const rooms = {
  model: [],
  text: ['model'],
  ingest: ['model', 'text'],
  extract: ['model', 'text'],
  normalize: ['model', 'text'],
  store: ['model', 'text'],
  pipeline: ['model', 'ingest', 'extract', 'normalize', 'store'],
  queue: ['model', 'pipeline', 'store'],
  publish: ['model', 'store'],
  library: ['model', 'store'],
  eval: ['model', 'pipeline'],
  cli: ['model', 'text', 'ingest', 'extract', 'normalize', 'store', 'pipeline', 'queue', 'publish', 'eval'],
};
/** A room is entered by its index.ts; model and text are open. */
const open = new Set(['model', 'text']);

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unlisted-room', severity: 'error', from: { path: `^src/(?!(${Object.keys(rooms).join('|')})/)` }, to: {} },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-dev-dependency', severity: 'error', from: { path: '^src' }, to: { dependencyTypes: ['npm-dev'] } },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
    })),
    ...Object.keys(rooms)
      .filter((room) => !open.has(room))
      .map((room) => ({
        name: `${room}-by-its-door`,
        severity: 'error',
        from: { path: '^src/', pathNot: `^src/${room}/` },
        to: { path: `^src/${room}/`, pathNot: `^src/${room}/index\\.ts$` },
      })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
