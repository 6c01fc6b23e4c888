import type { Messages } from "../en/index.ts";
import { certificate } from "./certificate.ts";
import { check } from "./check.ts";
import { common } from "./common.ts";
import { draw } from "./draw.ts";
import { help } from "./help.ts";
import { home } from "./home.ts";
import { list } from "./list.ts";
import { live } from "./live.ts";
import { make } from "./make.ts";
import { manage } from "./manage.ts";
import { names } from "./names.ts";
import { places } from "./places.ts";
import { privacy } from "./privacy.ts";
import { problems } from "./problems.ts";
import { receipt } from "./receipt.ts";
import { rules } from "./rules.ts";
import { templates } from "./templates.ts";
import { trust } from "./trust.ts";

export const es: Messages = {
  name: "Español",
  certificate,
  check,
  common,
  draw,
  help,
  home,
  list,
  live,
  make,
  manage,
  names,
  places,
  privacy,
  problems,
  receipt,
  rules,
  templates,
  trust,
};
