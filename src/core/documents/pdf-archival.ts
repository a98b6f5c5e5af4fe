import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib';
import { srgbProfile } from './srgb-profile.ts';

/** What the file says about itself. */
export interface AboutPdf {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** UTC. */
  readonly madeAt: string;
}

const producer = 'Hub Archive';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const language = (words: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(words)}</rdf:li></rdf:Alt>`;

/** XMP that names the standard (ISO 19005-2, 6.6.4) and says the same as the information dictionary. */
const xmpOf = ({ title, author, subject, madeAt }: AboutPdf): string => {
  const at = `${madeAt.slice(0, 19)}Z`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title>${language(title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator><dc:description>${language(subject)}</dc:description></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:CreatorTool>${producer}</xmp:CreatorTool></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${producer}</pdf:Producer></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
};

/** Entries of the catalogue that run something, or that only viewers of this day want. */
const unwanted = [
  'OpenAction',
  'AA',
  'Names',
  'AcroForm',
  'OCProperties',
  'StructTreeRoot',
  'MarkInfo',
  'Requirements',
];

/** Pictures must not be smoothed (ISO 19005-2, 6.2.8.2); Chromium asks for it on some. */
const sharpenPictures = (document: PDFDocument): void => {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'))
      object.dict.delete(PDFName.of('Interpolate'));
  }
};

/**
 * Gives a PDF of Chromium what PDF/A-2b asks for and Chromium leaves out: metadata that names the standard, the meaning
 * of its colours, an identifier; and takes out what may run. Fonts are embedded by Chromium, wholly as outlines.
 * Held to the standard by our own reading of its objects (test/core/documents/pdf-archival.test.ts): no validator was at
 * hand.
 */
export const makeArchival = (document: PDFDocument, about: AboutPdf): void => {
  const { context, catalog } = document;
  for (const name of unwanted) catalog.delete(PDFName.of(name));
  sharpenPictures(document);
  const xmp = Buffer.from(xmpOf(about), 'utf8');
  // Metadata stays readable: never packed.
  catalog.set(
    PDFName.of('Metadata'),
    context.register(
      PDFRawStream.of(context.obj({ Type: 'Metadata', Subtype: 'XML', Length: xmp.length }), xmp),
    ),
  );
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([
      context.register(
        context.obj({
          Type: 'OutputIntent',
          S: 'GTS_PDFA1',
          OutputConditionIdentifier: PDFHexString.of(Buffer.from('sRGB IEC61966-2.1').toString('hex')),
          Info: PDFHexString.of(Buffer.from('sRGB IEC61966-2.1').toString('hex')),
          DestOutputProfile: profile,
        }),
      ),
    ]),
  );
  document.setTitle(about.title);
  document.setAuthor(about.author);
  document.setSubject(about.subject);
  document.setProducer(producer);
  document.setCreator(producer);
  document.setCreationDate(new Date(about.madeAt));
  document.setModificationDate(new Date(about.madeAt));
  const info = context.lookup(context.trailerInfo.Info);
  if (info instanceof PDFDict) for (const name of ['Keywords', 'Trapped']) info.delete(PDFName.of(name));
  const id = PDFHexString.of(createHash('sha256').update(xmp).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
};
