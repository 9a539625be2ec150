/** Every role at every door of the bot, on a case of their own, of another person, and where they are conflicted. */

import { readFileSync } from "node:fs"
import {
  Casework,
  Council,
  councilOn,
  NewIds,
  notificationsLayer,
  notSetUp,
  notTheirs,
  People,
  type Permission,
  permissions,
  Role,
  reachOf,
  UnknownReference
} from "@safe-return/casework"
import {
  assigned,
  child,
  episodeId,
  interviewer,
  missing,
  oneOpenEducationCase,
  pupil,
  returned,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { CmeCaseId } from "@safe-return/domain/education"
import { ChildReference, emptyChildState, PersonId, referencesOnRecord } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Audit, type AuditEntry, Availabilities, Profiles } from "@safe-return/journal"
import { Effect, Logger, Option, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { encodeCaseLink, encodeChildLink } from "../../src/blocks/caseLink.ts"
import { FIND_ME_PLAN_FORM } from "../../src/forms/findMePlan/findMePlanView.ts"
import { encodePupilLink } from "../../src/forms/PupilForm.ts"
import { PROFILE_FORM } from "../../src/forms/profile/profileView.ts"
import { submissions } from "../../src/forms/registry.ts"
import { encodeAsked, LINK_REFERENCES_FORM, UNDO_LINK_FORM } from "../../src/forms/strandLink/strandLinkView.ts"
import { attempt, type HandlerServices, type Outcome } from "../../src/handlers/Handler.ts"
import { encodeHomePlace, HomeTab, onTab } from "../../src/home/HomePlace.ts"
import { buttons } from "../../src/listeners/actions/index.ts"
import { cme } from "../../src/listeners/commands/cme.ts"
import { findMe } from "../../src/listeners/commands/findMe.ts"
import { joinedUp } from "../../src/listeners/commands/joinedUp.ts"
import { missing as missingCommand } from "../../src/listeners/commands/missing.ts"
import { rhi } from "../../src/listeners/commands/rhi.ts"
import { scorecard } from "../../src/listeners/commands/scorecard.ts"
import { home, tryAgain } from "../../src/listeners/events/home.ts"
import { shortcuts } from "../../src/listeners/shortcuts/index.ts"
import { MissingChannel } from "../../src/slack/MissingChannel.ts"
import { lastReply, withChild } from "../listeners/madeUpCard.ts"
import { nothingUndelivered } from "../listeners/nothingUndelivered.ts"
import { CHANNEL, openSurface } from "../listeners/surface.ts"
import { type Cell, columns, everyDoor, homeSections, type Row } from "./everyDoor.ts"

const cellsOf = (line: string): ReadonlyArray<string> =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim())

/** How the published tables head the column of a role. */
const headings: Readonly<Record<Role, string>> = {
  mash: "MASH",
  "missing-coordinator": "Missing Co-ordinator",
  "team-manager": "Team manager",
  "head-of-service": "Head of service",
  "out-of-hours-duty": "Out-of-hours duty",
  interviewer: "Interviewer",
  worker: "Worker",
  administrator: "Administrator",
  "education-officer": "Education officer",
  attendance: "Attendance",
  admissions: "Admissions",
  "education-manager": "Education manager",
  "inclusion-panel": "Inclusion panel",
  "inclusion-lead": "Inclusion lead"
}

/** The published tables, cell by cell; a role without a column in its table may not. */
const published = new Map<Permission, ReadonlyArray<string>>()
let head: ReadonlyArray<string> = []
for (const line of readFileSync(new URL("../../../../docs/who-may-do-what.md", import.meta.url), "utf8").split("\n")) {
  if (line.startsWith("| Permission ")) head = cellsOf(line)
  if (!/^\| [a-z]+(-[a-z]+)* +\|/.test(line)) continue
  const cells = cellsOf(line)
  // The Home is in both tables, for the roles of each.
  const known = published.get(cells[0] as Permission) ?? []
  published.set(
    cells[0] as Permission,
    columns.map((role, index) => cells[head.indexOf(headings[role])] ?? known[index] ?? "no")
  )
}

/** The cell of the published table that says the same as a cell of a door. */
const publishedWords: Readonly<Record<Cell, string>> = {
  yes: "yes",
  own: "own",
  given: "given",
  open: "unallocated",
  kept: "left out",
  no: "no"
}

/** How a person can stand to the one case there is; some are conflicted: the child's worker, and its interviewer. */
const relations = {
  "the allocated worker's": { person: worker, allocatedWorker: worker },
  "the interviewer's": { person: interviewer, allocatedWorker: worker },
  "another person's": { person: PersonId.make("U0NEITHER"), allocatedWorker: worker },
  "both at once": { person: interviewer, allocatedWorker: interviewer },
  "nobody's yet": { person: PersonId.make("U0NEITHER"), allocatedWorker: undefined }
} as const
type Relation = (typeof relations)[keyof typeof relations]

/** Whose it is: of a person's days, the person named; of a child, the allocated worker's. */
const isOwn = ({ door, permission }: Row, { person, allocatedWorker }: Relation) =>
  permission === "change-availability" ? !door.includes("<@") : person === allocatedWorker

const isLetIn = (row: Row, role: Role, relation: Relation) => {
  const cell = row.cells[columns.indexOf(role)]
  const isGiven = row.cells[columns.indexOf("interviewer")] === "given" && relation.person === interviewer
  return (
    cell === "yes" ||
    (cell === "own" && (isOwn(row, relation) || isGiven)) ||
    // The shortcut asks for the child, and what comes then is a door of its own.
    (cell === "given" && (relation.person === interviewer || row.door.startsWith("shortcut"))) ||
    (cell === "open" && relation.allocatedWorker === undefined)
  )
}

const { state } = tell([missing(), returned(6), assigned(7)])

const sentenceOf = (
  role: Role,
  { allocatedWorker }: Relation,
  door: Effect.Effect<Outcome<unknown>, never, HandlerServices>,
  audited: Array<AuditEntry> = []
): Promise<string> =>
  Effect.runPromise(
    door.pipe(
      Effect.map((outcome) => (Result.isFailure(outcome) ? outcome.failure.sentence : "")),
      Effect.provide(notificationsLayer),
      Effect.provideService(
        Casework,
        Casework.of({
          active: Effect.succeed(new Map([[child, state]])),
          children: Effect.succeed([child]),
          hold: () => Effect.void,
          activeAt: () => Effect.succeed(new Map([[child, state]])),
          get: (reference) =>
            reference === child ? Effect.succeed(state) : Effect.fail(new UnknownReference({ reference })),
          execute: () => Effect.succeed({ events: [], state: emptyChildState }),
          executeAll: () => Effect.succeed({ events: [], state: emptyChildState }),
          executeForPoliceReference: () => Effect.succeed({ events: [], state: emptyChildState }),
          history: () => Effect.succeed([]),
          version: () => Effect.succeed(0),
          isReadWhole: () => Effect.void,
          unreadable: Effect.succeed([]),
          foldedTo: () => Effect.succeed(Option.none()),
          childOf: () => Effect.succeed(Option.none()),
          childNamed: (typed) => Effect.fromResult(referencesOnRecord([child]).find(typed)),
          policeSpellingOf: () => Effect.succeed(Option.none())
        })
      ),
      Effect.provideService(
        People,
        People.of({
          rolesOf: () => Effect.succeed(new Set([role])),
          holdersOf: () => Effect.succeed([]),
          nameOf: () => Effect.undefined,
          allow: (_, permission) => {
            const reach = reachOf(new Set([role]), permission)
            return reach === "none" ? Effect.fail(notSetUp(permission)) : Effect.succeed(reach)
          }
        })
      ),
      Effect.provideService(
        Profiles,
        Profiles.of({
          find: (child) =>
            Effect.succeed(Option.some({ child, ...(allocatedWorker === undefined ? {} : { allocatedWorker }) })),
          findEach: () => Effect.succeed(new Map()),
          changed: Effect.succeed(Effect.succeed([])),
          all: Effect.succeed([]),
          change: (reference) => Effect.succeed({ child: reference }),
          bring: () => Effect.void
        })
      ),
      Effect.provideService(
        Availabilities,
        Availabilities.of({
          all: Effect.succeed(new Map()),
          unreadable: Effect.succeed([]),
          change: ({ person, by, at }) => Effect.succeed({ person, away: [], changed: { by, at } }),
          letGo: () => Effect.succeed([]),
          bring: () => Effect.void
        })
      ),
      Effect.provideService(
        Audit,
        Audit.of({ add: (entry) => Effect.sync(() => void audited.push(entry)), read: Stream.empty })
      ),
      Effect.provideService(Council, councilOn({ authority: "Training council", policy: rotherham }, calendars)),
      Effect.provideService(
        MissingChannel,
        MissingChannel.of({ id: "C0MISSING", mayPost: Effect.succeed(true), lookAgain: () => Effect.void })
      ),
      Effect.provide(nothingUndelivered),
      Effect.provide(oneOpenEducationCase),
      Effect.provide(NewIds.layer),
      // A request without a form's answers fails behind the door, which is not what is asked here.
      Effect.provide(Logger.layer([]))
    )
  )

const openForm = () => Effect.void
const link = encodeCaseLink({ child, episodeId })
const childLink = encodeChildLink({ child, seen: 0 })

const pupilLink = encodePupilLink({ pupil, caseId: CmeCaseId.make("case-1"), seen: 1, newId: "enquiry-1" })

/** A form or a command about a child missing education. */
const isOfPupil = (door: string): boolean => /^(?:form |button )?pupil-|^\/cme /.test(door)

const asked = encodeAsked({ system: "social-care", reference: child })

/** A button or a form of the joined-up view. */
const isOfJoinedUp = (id: string): boolean => id === LINK_REFERENCES_FORM || id === UNDO_LINK_FORM

const metadataOf = (id: string): string => {
  if (isOfJoinedUp(id)) return asked
  if (isOfPupil(id)) return pupilLink
  return id === PROFILE_FORM || id === FIND_ME_PLAN_FORM ? childLink : link
}

type Open = (person: PersonId) => Effect.Effect<Outcome<unknown>, never, HandlerServices>

const families = {
  "/missing": missingCommand,
  "/findme": findMe,
  "/rhi": rhi,
  "/scorecard": scorecard,
  "/cme": cme,
  "/joined-up": joinedUp
} as const

const typedDoor = (door: string): Open | undefined => {
  const [family = "", ...command] = door.split(" ")
  if (!(family in families)) return undefined
  return (person) => families[family as keyof typeof families]({ person, command: command.join(" "), openForm })
}

/** Every door there is, by the name it has in the table. */
const doors = new Map<string, Open>([
  ...[...buttons].map(
    ([id, handler]) =>
      [
        `button ${id}`,
        (person: PersonId) =>
          attempt(handler, { person, value: isOfJoinedUp(id) ? asked : isOfPupil(id) ? pupilLink : link, openForm })
      ] as const
  ),
  ...[...submissions].map(
    ([id, handler]) =>
      [
        `form ${id}`,
        (person: PersonId) =>
          attempt(handler, {
            person,
            metadata: metadataOf(id),
            values: { reference: { value: { value: isOfPupil(id) ? String(pupil) : String(child) } } }
          })
      ] as const
  ),
  ...[...shortcuts].map(
    ([id, handler]) => [`shortcut ${id}`, (person: PersonId) => attempt(handler, { person, openForm })] as const
  ),
  ["Home", (person) => attempt(home, { person })],
  ["button Try again", (person) => attempt(tryAgain, { person })],
  ...everyDoor.flatMap(({ door }) => {
    const open = typedDoor(door)
    return open === undefined ? [] : [[door, open] as const]
  })
])

/** The doors that are about several children, or about none yet. */
const aboutNoChild = [
  "button answer-incident",
  "form answer-incident",
  "button give-duty",
  "button take-back-duty",
  "form give-duty",
  "form take-back-duty",
  "shortcut report_missing",
  "shortcut report_missing_message",
  "shortcut log_interview",
  "shortcut log_interview_message",
  "/missing report",
  "/missing open",
  "button pupil-referral",
  "/cme refer",
  "/cme list",
  "/cme return 1 October 2026",
  "/rhi queue",
  "/rhi mine",
  "/rhi overdue",
  "/rhi handover <@U0INTERVIEWER> <@U0INTERVIEWER2>",
  "/rhi away today",
  "/rhi away <@U0INTERVIEWER2> today",
  "/rhi back",
  "/rhi hours mon 09:00-17:00",
  "/rhi hours <@U0INTERVIEWER2> none",
  "/rhi back <@U0INTERVIEWER2>",
  "button open-away",
  "button open-hours",
  "button open-handover",
  "form away",
  "form hours",
  "form handover",
  "form handover-list",
  "form report",
  "/scorecard",
  "/scorecard 2026-10",
  "/scorecard October whole",
  "/scorecard episodes",
  "Home",
  "button Try again"
]

describe("the published table", () => {
  it("has a row for every permission, and no other", () => {
    expect([...published.keys()].sort()).toEqual([...permissions].sort())
    expect([...columns].sort()).toEqual([...Role.literals].sort())
  })

  it("is what the bot goes by", () => {
    const words = {
      any: "yes",
      own: "own",
      given: "given",
      unallocated: "unallocated",
      kept: "left out",
      none: "no"
    } as const
    for (const permission of permissions) {
      const cells = columns.map((role) => words[reachOf(new Set([role]), permission)])
      expect([permission, ...cells]).toEqual([permission, ...(published.get(permission) ?? [])])
    }
  })
})

describe("the table of doors", () => {
  it("has a row for every door of the bot, and for no other", () => {
    expect(everyDoor.map(({ door }) => door).sort()).toEqual([...doors.keys()].sort())
    expect([...columns]).toEqual([...Role.literals])
  })

  it("says of each door what the published table says of its permission", () => {
    for (const { door, permission, cells } of everyDoor) {
      expect([door, ...cells.map((cell) => publishedWords[cell])]).toEqual([door, ...(published.get(permission) ?? [])])
    }
  })
})

describe("the Home", () => {
  it.each(Role.literals)(
    "of %s shows the sections of the table and no other, whichever tab is asked for",
    async (role) => {
      const seen = new Set<string>()
      for (const tab of HomeTab.literals) {
        const asked = attempt(home, { person: PersonId.make("U0NEITHER"), value: encodeHomePlace(onTab(tab)) })
        const shown = Effect.tap(asked, (outcome) =>
          Effect.sync(() => {
            if (Result.isFailure(outcome)) throw new Error(outcome.failure.sentence)
            for (const block of outcome.success.blocks)
              if (block.type === "header" && "text" in block) seen.add(block.text.text)
          })
        )
        await sentenceOf(role, relations["another person's"], shown)
      }
      expect([...seen].sort()).toEqual([...homeSections[role]].sort())
    }
  )
})

/** The buttons of a page that open something, wherever they stand on it. */
const buttonsIn = (blocks: unknown): ReadonlyArray<string> => [
  ...new Set([...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/g)].map(([, id = ""]) => id))
]

describe.each(Object.entries(relations))("the Home, where a case is %s", (_, relation) => {
  it.each(Role.literals)("shows %s no button that would refuse them", async (role) => {
    const shown = new Set<string>()
    for (const tab of HomeTab.literals) {
      const asked = attempt(home, { person: relation.person, value: encodeHomePlace(onTab(tab)) })
      const seen = Effect.tap(asked, (outcome) =>
        Effect.sync(() => {
          if (Result.isFailure(outcome)) throw new Error(outcome.failure.sentence)
          for (const id of buttonsIn(outcome.success.blocks)) shown.add(id)
        })
      )
      await sentenceOf(role, relation, seen)
    }
    const rows = everyDoor.filter(({ door }) => [...shown].some((id) => door === `button ${id}`))
    const refused = rows.filter((row) => !isLetIn(row, role, relation)).map(({ door }) => door)
    expect(refused).toEqual([])
    // Nothing is taken from those who may.
    if (role === "missing-coordinator") expect(rows.length).toBeGreaterThan(0)
  })
})

describe.each(Object.entries(relations))("on a case that is %s", (_, relation) => {
  it.each(Role.literals)(
    "%s is let in at the doors of the table and at no other, and the audit tells of each",
    async (role) => {
      for (const row of everyDoor) {
        const { door, permission } = row
        const open = doors.get(door)
        if (open === undefined) throw new Error(`there is no ${door}`)
        const audited: Array<AuditEntry> = []
        const said = await sentenceOf(role, relation, open(relation.person), audited)
        const refusals = [notSetUp(permission).message, notTheirs(permission).message]
        const isIn = isLetIn(row, role, relation)
        expect([door, refusals.includes(said)]).toEqual([door, !isIn])
        const outcome = isIn ? "allowed" : "refused"
        const about = aboutNoChild.includes(door) ? {} : { child: isOfPupil(door) ? ChildReference.make(pupil) : child }
        expect([door, audited]).toEqual([
          door,
          [{ at: expect.any(Number), by: relation.person, act: permission, ...about, outcome }]
        ])
      }
    }
  )
})

describe("the child's allocated worker", () => {
  it("is not its interviewer, by anyone's hand", async () => {
    await using surface = await openSurface(returned(20).now)
    await withChild(surface, missing(), returned(6))
    surface.profiles.set(child, { child, allocatedWorker: interviewer })
    await surface.person("U0MANAGER").command(CHANNEL, "/rhi", "assign LCS-10432 <@U0INTERVIEWER|x>")
    expect(lastReply(surface, "U0MANAGER")).toContain("The interview is for someone independent")
    expect(surface.states.get(child)?.interviews).toEqual([])
  })

  it("is no more allowed on another child than anybody else", async () => {
    const other = ChildReference.make("LCS-10555")
    const relation = relations["the allocated worker's"]
    const said = await sentenceOf(
      "worker",
      relation,
      missingCommand({ person: worker, command: `correct ${other}`, openForm })
    )
    expect(said).toBe(notTheirs("correct-record").message)
  })
})
