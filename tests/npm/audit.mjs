// Runs the 61 audits of graphql-http against a server and prints those that are not ok, then "N of M ok".
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
for (const { status, id, name, reason } of results.filter((result) => result.status !== "ok")) {
  console.log(`${status} ${id}: ${name} (${reason})`);
}
console.log(`${results.filter((result) => result.status === "ok").length} of ${results.length} ok`);
