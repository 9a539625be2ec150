export type { ActionGiven } from "./act.ts"
export type { AnswerRefused } from "./app/AnswerRefused.ts"
export type { AppConnection } from "./app/AppConnection.ts"
export type { Delivery, SentRequest } from "./app/delivery.ts"
export type { DisconnectReason, WhichConnections } from "./app/SocketMode.ts"
export type { AppCall } from "./appSide.ts"
export { checkMessage, type Message } from "./blockKit/checkMessage.ts"
export { checkView } from "./blockKit/checkView.ts"
export type { Problem, RefusalCode } from "./blockKit/Problem.ts"
export type { WorkspaceClock } from "./clock.ts"
export type { EphemeralMessage } from "./Ephemerals.ts"
export {
  type ConnectionFault,
  type ConnectionFaultPlan,
  type DeliveryFault,
  type DeliveryFaultPlan,
  type DeliveryKind,
  type Failure,
  type Fault,
  type FaultPlan,
  Faults
} from "./faults/Faults.ts"
export type { FaultHandle, FaultTiming } from "./faults/Plans.ts"
export { type ActionAt, TargetNotFound } from "./findSurface.ts"
export type { JsonObject } from "./json.ts"
export { type Member, teamId } from "./members.ts"
export type { AppIdentity, Channel, UserGroup, WorkspaceOptions } from "./options.ts"
export type { Person } from "./Person.ts"
export type { Answer } from "./reading/answersByLabel.ts"
export { NotSeen, type Words } from "./reading/NotSeen.ts"
export type { Place, ReadMessage } from "./reading/Place.ts"
export { type ClickOptions, type Reader, readerOf } from "./reading/Reader.ts"
export { type SlackWorkspace, startSlackWorkspace, type WorkspaceChange } from "./SlackWorkspace.ts"
export { type Signing, signedHeaders, slackSignature } from "./signing.ts"
export type { FieldErrors, SubmissionOutcome } from "./submit.ts"
export type { SuggestionOutcome, Typed } from "./suggest.ts"
export { answered, elementsOf, type InputValues, inputValues } from "./views/inputState.ts"
export type { View } from "./views/view.ts"
