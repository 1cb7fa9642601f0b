import type { Provision, ProvisionUnit } from '../../model/index.js';
import type { Joiner, ProvisionItem } from './provision-items.js';

/** An item with how it follows the one before it; the first has none. */
export interface ChainedItem {
  readonly item: ProvisionItem;
  readonly joiner: Joiner | null;
}

/** Larger units have smaller ranks. */
const ranks: Readonly<Record<ProvisionUnit, number>> = {
  annex: 0,
  form: 1,
  part: 2,
  chapter: 3,
  section: 4,
  subsection: 5,
  article: 6,
  clause: 7,
  point: 8,
  indent: 9,
  item: 9,
};

interface Node extends Omit<Provision, 'children'> {
  readonly children: Node[];
  /** joined to what stands before it by "và", or by nothing at all */
  readonly joiner: Joiner | null;
}

/**
 * Puts the smaller parts inside the larger, in either order of speech: "điểm a khoản 1 Điều 9" and "Điều 9 khoản 1 điểm a".
 *
 * @param base offset of the searched text; added to every span
 */
export function provisionTree(chain: readonly ChainedItem[], base: number): Provision[] {
  const items = joinRanges(chain);
  const groups = items.map(({ item, joiner }) => nodesOf(item, joiner, base));
  const roots = speaksInwards(items) ? fromOutside(groups) : fromInside(groups);
  return roots.map(bare);
}

const bare = ({ joiner: _, children, ...node }: Node): Provision => ({ ...node, children: children.map(bare) });

/** "Điều 5 đến Điều 9" is one range, like "Điều 5 đến 9". */
function joinRanges(chain: readonly ChainedItem[]): ChainedItem[] {
  const joined: ChainedItem[] = [];
  for (const { item, joiner } of chain) {
    const before = joined.at(-1);
    const low = before?.item.values.at(-1);
    const [high, ...others] = item.values;
    if (joiner !== 'to' || before?.item.unit !== item.unit || low?.to !== null || high === undefined) {
      joined.push({ item, joiner });
      continue;
    }
    const range = { from: low.from, to: high.to ?? high.from, start: low.start, end: high.end };
    const values = [...before.item.values.slice(0, -1), range, ...others];
    joined[joined.length - 1] = { item: { ...before.item, values, end: item.end }, joiner: before.joiner };
  }
  return joined;
}

const nodesOf = ({ unit, values }: ProvisionItem, joiner: Joiner | null, base: number): Node[] =>
  values.map(({ from, to, start, end }, index) => ({
    unit,
    label: to === null ? from : `${from}-${to}`,
    from: to === null ? null : from,
    to,
    span: { start: base + start, end: base + end },
    children: [],
    joiner: index === 0 ? joiner : 'comma',
  }));

/** Whether the larger unit is said first. Units side by side decide; failing those, units with a comma between. */
function speaksInwards(items: readonly ChainedItem[]): boolean {
  for (const kind of ['space', 'comma'] as const)
    for (const [index, { item, joiner }] of items.entries()) {
      const before = items[index - 1]?.item;
      if (before === undefined || joiner !== kind || ranks[before.unit] === ranks[item.unit]) continue;
      return ranks[before.unit] < ranks[item.unit];
    }
  return false;
}

const isSmaller = (one: Node | undefined, other: Node): one is Node =>
  one !== undefined && ranks[one.unit] > ranks[other.unit];

/** "khoản 3 Điều 15 và khoản 2, khoản 6 Điều 21": each larger unit takes in the smaller ones right before it. */
function fromInside(groups: readonly (readonly Node[])[]): Node[] {
  const pending: Node[] = [];
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    // "điểm a và khoản 2 Điều 5": the point is not of that clause.
    if (first.joiner !== 'and' && first.joiner !== 'to') {
      let from = pending.length;
      while (isSmaller(pending[from - 1], first)) from -= 1;
      first.children.push(...pending.splice(from));
    }
    pending.push(...group);
  }
  // "khoản 1 Điều 9, Điều 12 khoản 3": what is left over was said the other way round.
  return nest(pending, (node) => node.joiner === 'space');
}

/** "Điều 9 khoản 1 điểm a": each unit stands in the nearest larger one before it. */
const fromOutside = (groups: readonly (readonly Node[])[]): Node[] => nest(groups.flat(), () => true);

function nest(nodes: readonly Node[], may: (node: Node) => boolean): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const node of nodes) {
    while (open.length > 0 && !isSmaller(node, open.at(-1)!)) open.pop();
    const parent = open.at(-1);
    if (parent === undefined || !may(node)) {
      roots.push(node);
      open.length = 0;
    } else parent.children.push(node);
    open.push(node);
  }
  return roots;
}

/** The same parts with every span moved by `by`. */
export const shiftedProvisions = (tree: readonly Provision[], by: number): Provision[] =>
  tree.map((node) => ({
    ...node,
    span: { start: node.span.start + by, end: node.span.end + by },
    children: shiftedProvisions(node.children, by),
  }));
