import { z } from 'zod';
/** What main and the core's process say to each other. Everything for the renderer goes through its own port. */
export declare const coreOptions: z.ZodObject<
  {
    archiveFolder: z.ZodString;
    resourcesFolder: z.ZodString;
    applicationVersion: z.ZodString;
  },
  z.core.$strip
>;
export type CoreOptions = z.infer<typeof coreOptions>;
export declare const toCore: z.ZodDiscriminatedUnion<
  [
    z.ZodObject<
      {
        type: z.ZodLiteral<'start'>;
        options: z.ZodObject<
          {
            archiveFolder: z.ZodString;
            resourcesFolder: z.ZodString;
            applicationVersion: z.ZodString;
          },
          z.core.$strip
        >;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'connect'>;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'printed'>;
        job: z.ZodString;
        pdf: z.ZodNullable<z.ZodInstanceOf<Uint8Array<ArrayBuffer>>>;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'find-package'>;
        job: z.ZodString;
        id: z.ZodString;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'close'>;
      },
      z.core.$strip
    >,
  ],
  'type'
>;
export type ToCore = z.infer<typeof toCore>;
export declare const fromCore: z.ZodDiscriminatedUnion<
  [
    z.ZodObject<
      {
        type: z.ZodLiteral<'started'>;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'print'>;
        job: z.ZodString;
        html: z.ZodString;
        paper: z.ZodObject<
          {
            widthMm: z.ZodNumber;
            heightMm: z.ZodNumber;
            orientation: z.ZodEnum<{
              landscape: 'landscape';
              portrait: 'portrait';
            }>;
          },
          z.core.$strip
        >;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'package'>;
        job: z.ZodString;
        path: z.ZodNullable<z.ZodString>;
        fileName: z.ZodString;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'log'>;
        line: z.ZodString;
      },
      z.core.$strip
    >,
    z.ZodObject<
      {
        type: z.ZodLiteral<'closed'>;
      },
      z.core.$strip
    >,
  ],
  'type'
>;
export type FromCore = z.infer<typeof fromCore>;
