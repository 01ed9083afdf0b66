import type { Diagnostic } from './diagnostic.ts';
import type { ReleaseFile } from './draft.ts';
import { readData } from './read-data.ts';
import { diagnose } from './rule.ts';
import { outsideFile, outsideFileFinding } from './rules/outside-file.ts';
import { crashFinding, encodingFinding, syntax } from './rules/syntax.ts';
import { strayFile, twoFiles, unlistedFile, unreadableFile } from './rules/unlisted-file.ts';
import { type Document, emptyDocument, isDamaged, type SourceFile } from './source/document.ts';
import { type Image, isImageFile, readImage } from './source/image.ts';
import { readWrittenJson } from './source/json.ts';

/** What one folder holds, sorted out by what each file is for. */
export interface Folder {
  data: Map<string, Document>;
  guides: Map<string, SourceFile>;
  images: Image[];
  releases: ReleaseFile[];
  /** Names of data files that are there but could not be taken at all. */
  refused: Set<string>;
  damaged: boolean;
}

function emptyFolder(): Folder {
  return { data: new Map(), guides: new Map(), images: [], releases: [], refused: new Set(), damaged: false };
}

/** The folders of APIs; a file that belongs in none of them has its diagnostic. */
export function foldersOf(sources: readonly SourceFile[], diagnostics: Diagnostic[]): Map<string, Folder> {
  const folders = new Map<string, Folder>();
  for (const source of [...sources].sort((a, b) => (a.path < b.path ? -1 : 1)).map(withoutByteOrderMark)) {
    const parts = source.path.split('/');
    const file = parts.pop()!;
    const [folder, group, ...deeper] = parts;
    const match = /^(.*)\.(yaml|yml|json|mdx|png|jpe?g|gif|webp|avif)$/.exec(file);
    if (isForPeople(file)) continue;
    const misplaced = !folder || !match || deeper.length > 0 || !takes(group, file, match[2]!);
    if (misplaced) {
      diagnostics.push(refuse(source));
      continue;
    }
    const inside = folders.get(folder) ?? emptyFolder();
    folders.set(folder, inside);
    const [, name = '', extension] = match;
    if (source.trouble) diagnostics.push(refuse(source));
    // what an import remembers says nothing about the API
    if (group === 'imports') continue;
    if (group === 'releases') {
      const document = source.trouble ? emptyDocument(source.path) : readWrittenJson(source);
      inside.releases.push({ name, document, lost: source.trouble !== undefined });
    } else if (group === 'images') {
      if (!source.trouble) inside.images.push(readImage(source, file));
    } else if (source.trouble) {
      if (group || name !== 'approvals') inside.damaged = true;
      if (!group) inside.refused.add(name);
    } else if (group === 'guides') inside.guides.set(name, source);
    else addData(inside, name, readData(source, extension === 'json', diagnostics), diagnostics);
  }
  return folders;
}

/** Whether files of this kind are in an API's folder itself, or in a group below it. */
function takes(group: string | undefined, file: string, extension: string): boolean {
  if (group === 'guides') return extension === 'mdx';
  if (group === 'releases') return extension === 'json';
  if (group === 'images') return isImageFile(file);
  if (group === 'imports') return extension === 'json';
  return group === undefined && /^(?:ya?ml|json)$/.test(extension);
}

/** Some editors put a byte order mark before a text; it is no part of it. */
function withoutByteOrderMark(source: SourceFile): SourceFile {
  return source.text.startsWith('\ufeff') ? { ...source, text: source.text.slice(1) } : source;
}

/** Files for people: they are no part of the registry, and no mistake. */
function isForPeople(file: string): boolean {
  return file.startsWith('.') || /^(readme|license|changelog)(\.[a-z]+)?$/i.test(file);
}

function refuse(source: SourceFile): Diagnostic {
  const document = emptyDocument(source.path);
  if (source.trouble === 'outside') return diagnose(outsideFile, outsideFileFinding(document));
  if (source.trouble === 'unreadable') return diagnose(unlistedFile, unreadableFile(document));
  if (source.trouble === 'encoding') return diagnose(syntax, encodingFinding(document));
  if (source.trouble === 'crash') return diagnose(syntax, crashFinding(document));
  return diagnose(unlistedFile, strayFile(document));
}

function addData(folder: Folder, name: string, document: Document, diagnostics: Diagnostic[]): void {
  const first = folder.data.get(name);
  if (name !== 'approvals') folder.damaged ||= isDamaged(document);
  if (first) diagnostics.push(diagnose(unlistedFile, twoFiles(document, first)));
  else folder.data.set(name, document);
}
