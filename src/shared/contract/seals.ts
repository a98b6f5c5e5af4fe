import { z } from 'zod';
import { sealMonth } from '../domain/ids.ts';
import {
  handUseInput,
  sealPermission,
  sealPermissionInput,
  sealPictureFacts,
  sealPictureInput,
  sealUse,
  sealUseFilter,
} from '../domain/seal.ts';
import { onArchive, refusals } from './base.ts';

const state = z.object({
  picture: sealPictureFacts.nullable(),
  /** null: nobody has decided yet, which is as good as no. */
  permission: sealPermission.nullable(),
});

export const sealsContract = {
  /** The picture of the seal, by its facts alone, and whether it may be used. */
  state: onArchive.output(state),
  /** Takes a new picture into use; the one before it is wiped. The permission has to be given anew. */
  setPicture: onArchive
    .errors(refusals('SEAL_IMAGE_INVALID'))
    .input(sealPictureInput.extend({ file: z.file() }))
    .output(state),
  /** Wipes the picture. */
  removePicture: onArchive.input(sealPictureInput.pick({ by: true, reason: true })).output(state),
  /** Allows or forbids printing with the picture, with a reason that stays. */
  setPermission: onArchive.errors(refusals('SEAL_NOT_ALLOWED')).input(sealPermissionInput).output(state),
  /** 用印登记, newest first. */
  uses: onArchive
    .input(z.object({ filter: sealUseFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(sealUse), total: z.int(), months: z.array(sealMonth) })),
  exportUses: onArchive.input(z.object({ filter: sealUseFilter })).output(z.file()),
  recordHandUse: onArchive.input(handUseInput).output(sealUse),
  /** Strikes a line that was entered by mistake; it stays readable. */
  strikeUse: onArchive
    .input(
      z.object({
        sequence: z.int(),
        by: z.string().trim().min(1).max(30),
        reason: z.string().trim().min(1).max(200),
      }),
    )
    .output(sealUse),
};
