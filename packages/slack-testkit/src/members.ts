/** Who is in the workspace, and what `users.info` says of them. */

export interface Member {
  /** Such as `U0WORKER1`; it stays the same over restarts. */
  readonly id: string
  readonly name: string
  readonly realName: string
  /** A `guest` sees several channels, a `single-channel-guest` one; a `stranger` is from another workspace. */
  readonly kind?: "member" | "admin" | "guest" | "single-channel-guest" | "bot" | "stranger"
  /** What `users.lookupByEmail` finds the person by. */
  readonly email?: string
  /** A deactivated account. */
  readonly deleted?: boolean
  /** On Enterprise Grid: the organisation, the workspace that is their home, and all that they are a member of. */
  readonly organisation?: Organisation
}

export interface Organisation {
  /** Such as `E0COUNCIL`. */
  readonly id: string
  readonly home: string
  readonly workspaces: ReadonlyArray<string>
}

/** The workspace that the app is installed in. */
export const teamId = "T000000001"
const strangersTeamId = "T0STRANGER"

export const teamOf = (member: Member): string => (member.kind === "stranger" ? strangersTeamId : teamId)

/** What `team_id` of a user object says: on Enterprise Grid a person's home, wherever they are looked at from. */
export const homeOf = (member: Member): string => member.organisation?.home ?? teamOf(member)

/** The user object, with the flags that the emulator does not know. */
export const userObject = (member: Member): Record<string, unknown> => {
  const kind = member.kind ?? "member"
  const deleted = member.deleted ?? false
  const membership = {
    is_admin: kind === "admin",
    is_owner: false,
    is_primary_owner: false,
    is_restricted: kind === "guest" || kind === "single-channel-guest",
    is_ultra_restricted: kind === "single-channel-guest"
  }
  return {
    id: member.id,
    team_id: homeOf(member),
    name: member.name,
    real_name: member.realName,
    deleted,
    is_bot: kind === "bot",
    is_app_user: false,
    // Slack leaves the membership flags out for a deactivated account.
    ...(deleted ? {} : membership),
    ...(kind === "stranger" ? { is_stranger: true } : {}),
    ...(member.organisation === undefined ? {} : { enterprise_user: enterpriseUser(member, member.organisation) }),
    tz: "Europe/London",
    profile: profileOf(member)
  }
}

const enterpriseUser = ({ id, kind }: Member, { id: enterprise_id, workspaces }: Organisation) => ({
  id,
  enterprise_id,
  enterprise_name: enterprise_id,
  is_admin: kind === "admin",
  is_owner: false,
  teams: workspaces
})

export const profileOf = (member: Member): Record<string, unknown> => ({
  real_name: member.realName,
  real_name_normalized: member.realName,
  display_name: member.name,
  display_name_normalized: member.name,
  team: teamOf(member),
  ...(member.email === undefined ? {} : { email: member.email })
})
