import type PizZip from 'pizzip';
import { posix } from 'node:path';

/*
 * In a template the code of a certificate is a picture like any other: it may be moved, resized, copied. What tells it
 * from a logo is its description, which Word and WPS keep.
 */

const documentPart = 'word/document.xml';
const relationsPart = 'word/_rels/document.xml.rels';

const textOf = (zip: PizZip, path: string): string => zip.file(path)?.asText() ?? '';

const attribute = (element: string, name: string): string | null =>
  new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(element)?.slice(1).find(Boolean) ??
  null;

/** The relation of the picture that is described so; it stands in the same drawing, after its description. */
const relationOf = (xml: string, label: string): string | null => {
  for (const match of xml.matchAll(/<(?:\w+:)?docPr\b[^>]*>/g)) {
    if (attribute(match[0], 'descr') !== label) continue;
    const rest = xml.slice(match.index);
    const drawing = rest.slice(0, /<\/(?:\w+:)?drawing>/.exec(rest)?.index ?? 0);
    return /\s(?:\w+:)?embed="([^"]+)"/.exec(drawing)?.[1] ?? null;
  }
  return null;
};

/** The part of the picture that is described so; null where a template has none, or not as PNG. */
export const codePicturePart = (zip: PizZip, label: string): string | null => {
  const id = relationOf(textOf(zip, documentPart), label);
  const relations = [...textOf(zip, relationsPart).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)];
  const relation = relations.find(([element]) => attribute(element, 'Id') === id)?.[0];
  const target = id === null || relation === undefined ? null : attribute(relation, 'Target');
  if (target === null) return null;
  const path = target.startsWith('/') ? target.slice(1) : posix.normalize(`word/${target}`);
  return path.endsWith('.png') && zip.file(path) !== null ? path : null;
};
