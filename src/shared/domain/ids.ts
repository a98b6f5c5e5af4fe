import { z } from 'zod';

/** Ids are opaque lower-case strings made by the core; a brand keeps one kind from passing for another. */
const id = <Brand extends string>() => z.string().min(1).max(64).brand<Brand>();

export const communityId = id<'CommunityId'>();
export const organizationId = id<'OrganizationId'>();
export const personId = id<'PersonId'>();
export const membershipId = id<'MembershipId'>();
export const filingId = id<'FilingId'>();
export const certificateId = id<'CertificateId'>();
export const importId = id<'ImportId'>();
export const uploadId = id<'UploadId'>();
export const packageId = id<'PackageId'>();
export const attachmentId = id<'AttachmentId'>();
export const rulePackId = id<'RulePackId'>();
export const bureauKeyId = id<'BureauKeyId'>();
export const recordId = id<'RecordId'>();
export const savedViewId = id<'SavedViewId'>();
export const areaChangeId = id<'AreaChangeId'>();
export const dossierFileId = id<'DossierFileId'>();
export const sealId = id<'SealId'>();
export const issuedPaperId = id<'IssuedPaperId'>();
export const printJobId = id<'PrintJobId'>();
export const printerId = id<'PrinterId'>();
export const sealPictureId = id<'SealPictureId'>();
export const objectionId = id<'ObjectionId'>();
export const restrictionId = id<'RestrictionId'>();
export const rosterSnapshotId = id<'RosterSnapshotId'>();
export const officePartId = id<'OfficePartId'>();
export const inboxItemId = id<'InboxItemId'>();
export const archiveItemId = id<'ArchiveItemId'>();
export const storagePlaceId = id<'StoragePlaceId'>();
export const customFieldId = id<'CustomFieldId'>();
export const bulkEditId = id<'BulkEditId'>();
export const consentId = id<'ConsentId'>();
export const personPostId = id<'PersonPostId'>();
export const roleTermId = id<'RoleTermId'>();
export const personMergeId = id<'PersonMergeId'>();
export const receivedFileId = id<'ReceivedFileId'>();
export const receivedPackageId = id<'ReceivedPackageId'>();
export const streetKeyId = id<'StreetKeyId'>();
export const traineeStayId = id<'TraineeStayId'>();
export const trainingCourseId = id<'TrainingCourseId'>();
export const trainingCycleId = id<'TrainingCycleId'>();
export const trainingTargetId = id<'TrainingTargetId'>();
export const trainingExamId = id<'TrainingExamId'>();
export const serviceLineId = id<'ServiceLineId'>();

/** One meeting of a course, with its list of who comes. */
export const trainingSessionId = id<'TrainingSessionId'>();
/** What one person has completed. */
export const trainingCompletionId = id<'TrainingCompletionId'>();

/** A month of the register of seal uses, YYYY-MM. */
export const sealMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'SealMonth'>();
export type SealMonth = z.infer<typeof sealMonth>;

export type CommunityId = z.infer<typeof communityId>;
export type OrganizationId = z.infer<typeof organizationId>;
export type PersonId = z.infer<typeof personId>;
export type MembershipId = z.infer<typeof membershipId>;
export type FilingId = z.infer<typeof filingId>;
export type CertificateId = z.infer<typeof certificateId>;
export type ImportId = z.infer<typeof importId>;
export type UploadId = z.infer<typeof uploadId>;
export type PackageId = z.infer<typeof packageId>;
export type AttachmentId = z.infer<typeof attachmentId>;
export type RulePackId = z.infer<typeof rulePackId>;
export type BureauKeyId = z.infer<typeof bureauKeyId>;
export type RecordId = z.infer<typeof recordId>;
export type SavedViewId = z.infer<typeof savedViewId>;
export type AreaChangeId = z.infer<typeof areaChangeId>;
export type IssuedPaperId = z.infer<typeof issuedPaperId>;
export type PrintJobId = z.infer<typeof printJobId>;
export type PrinterId = z.infer<typeof printerId>;
export type SealPictureId = z.infer<typeof sealPictureId>;
export type ObjectionId = z.infer<typeof objectionId>;
export type RosterSnapshotId = z.infer<typeof rosterSnapshotId>;
export type DossierFileId = z.infer<typeof dossierFileId>;
export type InboxItemId = z.infer<typeof inboxItemId>;
export type ArchiveItemId = z.infer<typeof archiveItemId>;
export type StoragePlaceId = z.infer<typeof storagePlaceId>;
export type CustomFieldId = z.infer<typeof customFieldId>;
export type BulkEditId = z.infer<typeof bulkEditId>;
export type ConsentId = z.infer<typeof consentId>;
export type PersonPostId = z.infer<typeof personPostId>;
export type RoleTermId = z.infer<typeof roleTermId>;
export type PersonMergeId = z.infer<typeof personMergeId>;
export type ServiceLineId = z.infer<typeof serviceLineId>;
export type TrainingSessionId = z.infer<typeof trainingSessionId>;
export type TrainingCompletionId = z.infer<typeof trainingCompletionId>;
export type ReceivedFileId = z.infer<typeof receivedFileId>;
export type ReceivedPackageId = z.infer<typeof receivedPackageId>;
export type StreetKeyId = z.infer<typeof streetKeyId>;
export type TraineeStayId = z.infer<typeof traineeStayId>;
export type TrainingCourseId = z.infer<typeof trainingCourseId>;
export type TrainingCycleId = z.infer<typeof trainingCycleId>;
export type TrainingTargetId = z.infer<typeof trainingTargetId>;
export type TrainingExamId = z.infer<typeof trainingExamId>;
