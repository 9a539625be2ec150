export { DatabaseAddressRefused, type DatabasePlace } from "./databaseAddress.ts"
export { admitCouncil, type CouncilDatabase, postgresLayer } from "./postgresLayer.ts"
