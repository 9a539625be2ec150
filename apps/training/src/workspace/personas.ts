/** Who can be acted as in the training workspace. Nobody here is a real person. */
import type { Role } from "@safe-return/casework"
import type { Member } from "@safe-return/slack-testkit"
import type { Persona } from "../api.ts"

export interface TrainingPerson extends Persona {
  readonly handle: string
  /** Roles in the bot's configuration; a guest holds none. */
  readonly roles: ReadonlyArray<Role>
  readonly isGuest?: boolean
}

const person = (id: string, name: string, role: string, roles: ReadonlyArray<Role>): TrainingPerson => ({
  id,
  name,
  role,
  roles,
  handle: name.toLowerCase().replaceAll(" ", ".")
})

export const people = {
  mash: person("U0MASH1", "Training MASH One", "Police and MASH", ["mash"]),
  coordinator: person("U0COORDINATOR1", "Training Coordinator One", "Missing Co-ordinator", ["missing-coordinator"]),
  manager: person("U0MANAGER1", "Training Manager One", "Team manager", ["team-manager"]),
  headOfService: person("U0HEAD1", "Training Head of Service", "Head of service", ["head-of-service"]),
  duty: person("U0DUTY1", "Training Duty One", "Out-of-hours duty worker", ["out-of-hours-duty"]),
  interviewerOne: person("U0INTERVIEWER1", "Training Interviewer One", "Return home interviewer", ["interviewer"]),
  interviewerTwo: person("U0INTERVIEWER2", "Training Interviewer Two", "Return home interviewer", ["interviewer"]),
  workerOne: person("U0WORKER1", "Training Worker One", "Allocated social worker", ["worker"]),
  workerTwo: person("U0WORKER2", "Training Worker Two", "Allocated Early Help worker", ["worker"]),
  educationOfficer: person("U0EDUCATION1", "Training Education Officer One", "Education officer", [
    "education-officer"
  ]),
  attendance: person("U0ATTENDANCE1", "Training Attendance One", "Attendance officer", ["attendance"]),
  admissions: person("U0ADMISSIONS1", "Training Admissions One", "Admissions officer", ["admissions"]),
  educationManager: person("U0EDUMANAGER1", "Training Education Manager One", "Education manager", [
    "education-manager"
  ]),
  administrator: person("U0ADMIN1", "Training Administrator One", "Looks after Safe Return", ["administrator"]),
  outsider: { ...person("U0OUTSIDER1", "Training Outsider One", "Guest from outside the council", []), isGuest: true }
} satisfies Record<string, TrainingPerson>

export const everybody: ReadonlyArray<TrainingPerson> = Object.values(people)

/** They follow children missing education and see nothing of the pathway, as the pathway sees nothing of theirs. */
export const educationTeam: ReadonlyArray<TrainingPerson> = [
  people.educationOfficer,
  people.attendance,
  people.admissions,
  people.educationManager
]

/** A newcomer acts as the team manager first. */
export const personOf = (id: string | null): TrainingPerson | undefined =>
  id === null ? people.manager : everybody.find((candidate) => candidate.id === id)

export const memberOf = ({ id, name, handle, isGuest }: TrainingPerson): Member => ({
  id,
  name: handle,
  realName: name,
  kind: isGuest ? "guest" : "member"
})

const holding = (role: Role): ReadonlyArray<string> =>
  everybody.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)

export const rolesInConfiguration: Readonly<Record<Role, ReadonlyArray<string>>> = {
  mash: holding("mash"),
  "missing-coordinator": holding("missing-coordinator"),
  "team-manager": holding("team-manager"),
  "head-of-service": holding("head-of-service"),
  "out-of-hours-duty": holding("out-of-hours-duty"),
  interviewer: holding("interviewer"),
  worker: holding("worker"),
  administrator: holding("administrator"),
  "education-officer": holding("education-officer"),
  attendance: holding("attendance"),
  admissions: holding("admissions"),
  "education-manager": holding("education-manager"),
  "inclusion-panel": holding("inclusion-panel"),
  "inclusion-lead": holding("inclusion-lead")
}
