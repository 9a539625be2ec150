/** Records kept in the files of one machine: `@safe-return/journal/files`. */
export { readAudit } from "./audit/AuditFiles.ts"
export { type FolderHolder, folderHolder } from "./documents/folderHolder.ts"
export {
  KEY_FILE_VARIABLE,
  KEY_VARIABLE,
  NoJournalKey,
  sealingFromEnvironment,
  sealingFromFile
} from "./documents/journalKey.ts"
export type { Sealing } from "./documents/sealing.ts"
export { journalLowdb, lowdbLayer } from "./lowdb/lowdbLayer.ts"
export { backUp } from "./upkeep/backup.ts"
export { TargetNotEmpty } from "./upkeep/emptyTarget.ts"
export { type Inspection, inspectJournal, type JournalFault } from "./upkeep/inspection.ts"
export { NotRestored, restore } from "./upkeep/restore.ts"
export { rotateKey } from "./upkeep/rotateKey.ts"
