import type { Command } from "@safe-return/domain/pathway"

/** Facts safe beside whatever a newer version recorded: each adds to one episode and takes nothing back. */
const safeUnread: ReadonlySet<Command["_tag"]> = new Set([
  "ReceiveNotification",
  "RejectMisdirectedNotification",
  "AcknowledgeAlert",
  "RecordFound",
  "RecordReturned"
])

/** Whether a command may be decided though a part of the child's record cannot be read. */
export const isSafeUnread = ({ _tag }: Command): boolean => safeUnread.has(_tag)
