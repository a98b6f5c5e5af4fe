import { z } from 'zod';
import { paper } from '../shared/domain/document.ts';
import { duplex, printColour } from '../shared/domain/printing.ts';

const sheetSettings = z.object({
  deviceName: z.string().nullable(),
  sheet: z.object({ widthMm: z.number(), heightMm: z.number() }),
  duplex,
  colour: printColour,
  copies: z.int(),
  title: z.string(),
});

/** What main and the core's process say to each other. Everything for the renderer goes through its own port. */
export const coreOptions = z.object({
  archiveFolder: z.string(),
  resourcesFolder: z.string(),
  applicationVersion: z.string(),
  /** The folder that a scanner writes into; null for none. */
  scanFolder: z.string().nullable(),
  /** The folder that backups go to; null for none. */
  backupFolder: z.string().nullable(),
});
export type CoreOptions = z.infer<typeof coreOptions>;

export const toCore = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), options: coreOptions }),
  z.object({ type: z.literal('connect') }),
  z.object({ type: z.literal('printed'), job: z.string(), pdf: z.instanceof(Uint8Array).nullable() }),
  z.object({
    type: z.literal('devices'),
    job: z.string(),
    devices: z.array(z.object({ name: z.string(), label: z.string(), usual: z.boolean() })),
  }),
  /** A document has been sent to a printer; the reason where it has not. */
  z.object({ type: z.literal('sent'), job: z.string(), failure: z.string().nullable() }),
  z.object({ type: z.literal('find-package'), job: z.string(), id: z.string() }),
  /** A page sends a file for a bureau's inbox: where may main write it? */
  z.object({ type: z.literal('begin-intake'), job: z.string(), fileName: z.string() }),
  /** It is written, or it will not be. */
  z.object({ type: z.literal('end-intake'), job: z.string(), written: z.boolean() }),
  z.object({ type: z.literal('folder'), use: z.enum(['scan', 'backup']), folder: z.string().nullable() }),
  z.object({ type: z.literal('close') }),
]);
export type ToCore = z.infer<typeof toCore>;

export const fromCore = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started') }),
  z.object({ type: z.literal('print'), job: z.string(), html: z.string(), paper }),
  z.object({ type: z.literal('list-devices'), job: z.string() }),
  z.object({
    type: z.literal('send'),
    job: z.string(),
    pdf: z.instanceof(Uint8Array),
    settings: sheetSettings,
  }),
  z.object({
    type: z.literal('package'),
    job: z.string(),
    path: z.string().nullable(),
    fileName: z.string(),
  }),
  z.object({ type: z.literal('intake'), job: z.string(), path: z.string() }),
  /** `answer` is JSON: the received file, or the code and data of a refusal. */
  z.object({ type: z.literal('intake-ended'), job: z.string(), accepted: z.boolean(), answer: z.string() }),
  z.object({ type: z.literal('log'), line: z.string() }),
  z.object({ type: z.literal('closed') }),
]);
export type FromCore = z.infer<typeof fromCore>;
