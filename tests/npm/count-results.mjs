// Prints "PASSED FAILED" of an xunit results file; skipped tests are neither. A file that is missing is one failure.
import { existsSync, readFileSync } from "node:fs";

const file = process.argv[2];
if (!existsSync(file)) {
  console.log("0 1");
} else {
  const assemblies = [...readFileSync(file, "utf8").matchAll(/<assembly [^>]*>/g)].map((match) => match[0]);
  const sum = (name) =>
    assemblies.reduce((total, assembly) => total + Number(assembly.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0), 0);
  console.log(sum("passed"), sum("failed") + sum("errors"));
}
