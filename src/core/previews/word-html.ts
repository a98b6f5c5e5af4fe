import mammoth from 'mammoth';
import { cleanWordPackage } from './clean-word-package.ts';
import { PreviewFailed } from './preview-job.ts';

const plainTags = new Set(
  'p h1 h2 h3 h4 h5 h6 table thead tbody tr ul ol li strong em s u sup sub br blockquote pre'.split(' '),
);
const spans = /\b(?:colspan|rowspan)="\d{1,3}"/g;
const pictureSource = /\bsrc="(data:image\/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]*)"/;

/** The tag in its plainest form; empty where it does not belong into a preview. */
const allowedTag = (name: string, closing: string, attributes: string): string => {
  if (plainTags.has(name)) return `<${closing}${name}>`;
  if (name === 'td' || name === 'th') {
    return closing === '' ? `<${[name, ...(attributes.match(spans) ?? [])].join(' ')}>` : `</${name}>`;
  }
  const source = name === 'img' ? pictureSource.exec(attributes)?.[1] : undefined;
  return source === undefined ? '' : `<img src="${source}" alt="">`;
};

/**
 * HTML with nothing in it but text, tables, lists and pictures that it carries itself: no links, styles, scripts or
 * events, whatever the document or its reader made. Everything that is not on the list goes; a bracket that begins no
 * whole tag is text.
 */
export const plainHtml = (html: string): string =>
  html
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(
      /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"]*")*)>|<|>/g,
      (whole, closing: string, name?: string, attributes = '') =>
        name === undefined
          ? whole === '<'
            ? '&lt;'
            : '&gt;'
          : allowedTag(name.toLowerCase(), closing, attributes),
    );

/** Pictures inside the package; one that lies elsewhere is left out. */
const ownPictures = mammoth.images.imgElement(async (picture) => {
  const base64 = await picture.readAsBase64String().catch(() => '');
  return { src: base64 === '' ? '' : `data:${picture.contentType};base64,${base64}` };
});

/** The text of a Word document as plain HTML, as it was saved: no fields are run, nothing is fetched. @throws PreviewFailed */
export const wordToHtml = async (bytes: Uint8Array): Promise<string> => {
  const clean = await cleanWordPackage(bytes);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: clean },
      { includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: ownPictures },
    );
    return plainHtml(value);
  } catch (cause) {
    throw new PreviewFailed('damaged', { cause });
  }
};
