import type { EpisodesCounted } from "../policy/triggers.ts"

/** A trigger that looks at risk grades or case status would tell them by firing: chat says neither. */
export const isChatSafe = ({ counted }: { readonly counted?: EpisodesCounted }): boolean =>
  counted?.risks === undefined && counted?.caseStatuses === undefined
