import type { IsoDate, IsoInstant } from '../shared/domain/dates.ts';
import type { Paper } from '../shared/domain/document.ts';
import type { Duplex, PrintColour, PrintWay } from '../shared/domain/printing.ts';

/** What a host lends the core. Tests lend fakes of time and randomness; everything else is real. */
export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly pdf: PdfPrinter;
  /** Printers that papers can be sent to. Left out by hosts that hand out files only. */
  readonly printers?: PrintDevices;
  readonly paths: Paths;
  /**
   * The folder that a scanner writes into, as it is chosen now; null while none is. Hosts that keep an archive open for
   * a clerk lend it, and while they do, scans are read in the background.
   */
  readonly scanFolder?: () => string | null;
  /**
   * The folder on another disk that backups go to, as it is chosen now; null while none is. Hosts that keep an archive
   * lend it, and while they do, copies are made before imports and migrations, and backups by schedule.
   */
  readonly backupFolder?: () => string | null;
  /** Media that are plugged in now. Left out by hosts that write to none. */
  readonly media?: () => Promise<readonly RemovableMedium[]>;
  /** Fonts of the machine that prints. Left out by hosts that cannot look. */
  readonly fonts?: () => Promise<InstalledFonts>;
  readonly applicationVersion: string;
}

/** What a machine can print with. */
export interface InstalledFonts {
  /** Whether a font is there under a name, as style sheets and Word files name it. */
  readonly has: (name: string) => boolean;
  /** Whether any font has it: browsers and Word look through all of them before they print a box. */
  readonly anyCovers: (character: number) => boolean;
}

/** A stick or card that is plugged in: where packages are written for carrying. */
export interface RemovableMedium {
  /** Names it as long as it is plugged in. */
  readonly id: string;
  readonly label: string;
  /** Its root folder; never leaves the core. */
  readonly path: string;
  readonly freeBytes: number;
}

export interface Clock {
  /** Now, UTC. */
  instant(): IsoInstant;
  /** Today by the office's wall clock. */
  today(): IsoDate;
}

export interface Random {
  bytes(length: number): Uint8Array;
  /** A new opaque id, sortable by time. */
  id(): string;
}

/** Never given personal data: codes, counts, ids and stacks only. */
export interface Logger {
  info(event: string, data?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(event: string, error: unknown): void;
}

export interface PdfPrinter {
  /** False where the host has no browser to print with. */
  available(): Promise<boolean>;
  /**
   * Prints self-contained HTML, one document with page breaks, to PDF bytes. The paper is the page size of
   * the whole job; margins come from the HTML's own `@page` rule.
   * @throws CodedError PDF_PRINTER_MISSING, PDF_FAILED
   */
  print(html: string, paper: Paper, signal?: AbortSignal): Promise<Uint8Array>;
}

/** A printer as the system knows it. */
export interface PrintDevice {
  readonly name: string;
  /** How people call it. */
  readonly label: string;
  /** The system's own choice. */
  readonly usual: boolean;
}

/** How a document is to be printed. Nothing may scale it: its pages are as large as the sheets. */
export interface SheetSettings {
  /** null for the system's own choice. */
  readonly deviceName: string | null;
  readonly sheet: { readonly widthMm: number; readonly heightMm: number };
  readonly duplex: Duplex;
  readonly colour: PrintColour;
  readonly copies: number;
  /** What the system calls the job. */
  readonly title: string;
}

export interface PrintDevices {
  readonly way: Exclude<PrintWay, 'file'>;
  list(): Promise<readonly PrintDevice[]>;
  /** Resolves when the system has taken the document. @throws CodedError PRINT_FAILED */
  print(pdf: Uint8Array, settings: SheetSettings): Promise<void>;
}

export interface Paths {
  /** Folder of the archive: database, key file, attachments. */
  readonly archive: string;
  /** Folder where finished packages are put. */
  readonly packages: string;
  /** Folder of resources that the application ships (rule pack, sample street, templates). */
  readonly resources: string;
}
