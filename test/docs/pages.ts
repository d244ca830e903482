import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '..', '..');

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A page of documentation. */
export interface Page {
  /** Path from the project's folder. */
  readonly path: string;
  readonly text: string;
  /** The text without fenced blocks and code spans: where links are links. */
  readonly prose: string;
  readonly blocks: readonly Block[];
}

/** A fenced block of code. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** `docs/guides/x.md:12`, for messages. */
  readonly place: string;
  /** The file it is an excerpt of, where a comment says so: its first line, or the line above the block. */
  readonly source: string | undefined;
}

const patterns = ['README.md', 'docs/**/*.md', 'plugins/*/README.md', 'examples/**/README.md'];

/** Every page that people read. */
export const pages: readonly Page[] = patterns
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .filter((path) => !path.includes('node_modules'))
  .sort()
  .map(pageAt);

function pageAt(path: string): Page {
  const text = read(path);
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: OpenBlock | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^\s*```(\w*)/.exec(line);
    if (fence && open) {
      blocks.push(blockOf(open, path, prose));
      open = undefined;
    } else if (fence) open = { language: fence[1]!, lines: [], line: index + 1 };
    else if (open) open.lines.push(line);
    else prose.push(line.replace(/`[^`]*`/g, '``'));
  }
  if (open) throw new Error(`${path}:${open.line}: a block that is never closed.`);
  return { path, text, prose: prose.join('\n'), blocks };
}

interface OpenBlock {
  readonly language: string;
  readonly lines: string[];
  readonly line: number;
}

function blockOf({ language, lines, line }: OpenBlock, path: string, before: readonly string[]): Block {
  const place = `${path}:${line}`;
  const inside = /^(?:\/\/|#) (examples\/\S+)$/.exec(lines[0] ?? '')?.[1];
  if (inside) return { language, code: lines.slice(1).join('\n'), place, source: inside };
  const above = before.findLast((text) => text.trim() !== '') ?? '';
  const source = /^<!-- (examples\/\S+) -->$/.exec(above.trim())?.[1];
  return { language, code: lines.join('\n'), place, source };
}

/** The anchors of a page, as GitHub makes them of headings. */
export function anchorsOf(text: string): Set<string> {
  const headings = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} +(.+?) *$/gm);
  return new Set(
    [...headings].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}
