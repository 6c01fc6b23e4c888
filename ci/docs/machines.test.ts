import { expect, test } from "bun:test";
import { firewallTable, machinesPicture, openTable } from "./machines.ts";

const firewall = {
  firewall_ssh_port: 2222,
  firewall_open_tcp: ["{{ firewall_ssh_port }}", 443],
  firewall_machines_tcp: [2377],
  firewall_machines_udp: [4789],
  firewall_container_interfaces: ["docker0", "br-*"],
};

test("each machine is open on the same ports, and each two speak", () => {
  const inventory = { all: { hosts: { one: {} }, children: { more: { hosts: { two: {}, three: {} } } } } };
  const lines = machinesPicture(inventory, firewall).split("\n");
  expect(lines.filter((line) => line.includes("==>|2222, 443|"))).toHaveLength(3);
  expect(lines.filter((line) => line.includes("<-->")).map((line) => line.trim())).toEqual([
    'one <-->|"tcp 2377<br>udp 4789"| two',
    'one <-->|"tcp 2377<br>udp 4789"| three',
    'two <-->|"tcp 2377<br>udp 4789"| three',
  ]);
});

test("every rule of every chain is told, with what its names stand for", () => {
  const template = `table inet fairhat {
  chain arriving {
    policy drop;
{% for interface in x %}
    iifname "{{ interface }}" goto out
{% endfor %}
    tcp dport @open_tcp accept # people
  }

  chain out {
    accept
  }
}`;
  expect(firewallTable(template, firewall).split("\n").slice(2)).toEqual([
    "| arriving | `policy drop;` |  |",
    '| arriving | `iifname "interface" goto out` | `docker0`, `br-*` |',
    "| arriving | `tcp dport @open_tcp accept` | 2222, 443 |",
    "| out | `accept` |  |",
  ]);
});

test("a playbook opens what its firewall role is given, or the default", () => {
  const plays = new Map([
    ["usual.yml", [{ roles: ["base", "firewall"] }]],
    ["own.yml", [{}, { roles: [{ role: "firewall", firewall_open_tcp: ["{{ firewall_ssh_port }}", 8444] }] }]],
  ]);
  expect(openTable(plays, firewall).split("\n").slice(2)).toEqual([
    "| `usual.yml` | 2222, 443 |",
    "| `own.yml` | 2222, 8444 |",
  ]);
  expect(() => openTable(new Map([["open.yml", [{ roles: ["base"] }]]]), firewall)).toThrow("open.yml has no firewall");
});
