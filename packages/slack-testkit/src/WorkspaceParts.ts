/** The rooms of one workspace, as they are handed around inside the testkit. */
import type { Announcer } from "./app/Announcer.ts"
import type { AppConnection } from "./app/AppConnection.ts"
import type { WorkspaceClock } from "./clock.ts"
import type { Ephemerals } from "./Ephemerals.ts"
import type { Member } from "./members.ts"
import type { OfferedOptions } from "./OfferedOptions.ts"
import type { AppIdentity } from "./options.ts"
import type { ResponseUrls } from "./ResponseUrls.ts"
import type { Timestamps } from "./Timestamps.ts"
import type { Views } from "./views/Views.ts"
import type { WebApi } from "./webApi/WebApi.ts"

export interface WorkspaceParts {
  readonly announcer: Announcer
  readonly api: WebApi
  readonly app: AppIdentity
  readonly clock: WorkspaceClock
  /** Aborted when the workspace closes: nothing waits on after that. */
  readonly closing: AbortSignal
  readonly connection: AppConnection
  readonly ephemerals: Ephemerals
  readonly offered: OfferedOptions
  readonly members: ReadonlyArray<Member>
  readonly responseUrls: ResponseUrls
  /** Of the workspace's server, such as `http://127.0.0.1:40123`. */
  readonly address: () => string
  /** The address of a response URL by its id. */
  readonly responseUrl: (id: string) => string
  readonly teamDomain: string
  readonly timestamps: Timestamps
  readonly views: Views
}
