import type { CaseLink } from "../blocks/caseLink.ts"

/** What a permission is asked about: a child, and which of their episodes, where that is known. */
export type Asked = Pick<CaseLink, "child"> & Partial<Pick<CaseLink, "episodeId">>
