export { DatabaseAddressRefused, type DatabasePlace } from "./databaseAddress.ts"
export { type DatabaseStanding, examineDatabase } from "./examineDatabase.ts"
export { type DatabaseInspection, inspectDatabase } from "./inspection.ts"
export { admitCouncil, type CouncilDatabase, postgresLayer } from "./postgresLayer.ts"
