// Realistic lists with their expected reading. Names are invented.

export interface ListCase {
  name: string;
  /** Text, or bytes in hexadecimal. */
  input: string | { hex: string };
  takesTickets: boolean;
  /** Labels and tickets; absent if the list must be fixed first. */
  entries?: string[];
  /** Codes: ! needs an answer, !! needs a fix. */
  findings: string[];
  /** The list as text after a remedy. */
  remedies?: Record<string, string>;
}

export const CASES: ListCase[] = [
  {
    name: "fr thousands",
    input: '"Name";"Tickets"\n"Ada";1 000\n"Grace";2 500\n"Radia";10\n',
    takesTickets: true,
    entries: ["Ada 1000", "Grace 2500", "Radia 10"],
    findings: ["heading_left_out"],
  },
  {
    name: "weights 3x",
    input: "Ada, 3x\nGrace, 1x\nRadia, 2x\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1", "Radia 2"],
    findings: [],
  },
  {
    name: "weights space",
    input: "Ada 3\nGrace 1\nRadia 2\n",
    takesTickets: true,
    entries: ["Ada 3 1", "Grace 1 1", "Radia 2 1"],
    findings: ["number_at_end!"],
    remedies: { number_at_end_is_tickets: "Ada, 3\nGrace\nRadia, 2" },
  },
  {
    name: "weights star",
    input: "Ada*3\nGrace*1\nRadia*2\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1", "Radia 2"],
    findings: [],
  },
  {
    name: "weights percent",
    input: "Ada, 50%\nGrace, 30%\nRadia, 20%\n",
    takesTickets: true,
    findings: ["tickets_unreadable!!"],
  },
  {
    name: "weights fullwidth",
    input: "王一，3\n李二，1\n张三，2\n",
    takesTickets: true,
    entries: ["王一 3", "李二 1", "张三 2"],
    findings: [],
  },
  {
    name: "weights number first",
    input: "3, Ada\n1, Grace\n2, Radia\n",
    takesTickets: true,
    entries: ["3, Ada 1", "1, Grace 1", "2, Radia 1"],
    findings: ["number_first!"],
    remedies: { number_first_is_tickets: "Ada, 3\nGrace\nRadia, 2" },
  },
  {
    name: "weights unicode minus",
    input: "Ada, 3\nGrace, 2\nRadia, \u22122\n",
    takesTickets: true,
    findings: ["tickets_unreadable!!"],
  },
  {
    name: "tabs three columns",
    input: "Name\tTickets\tE-mail\nAda\t3\tada@example.org\nGrace\t1\tgrace@example.org\nRadia\t2\tradia@example.org\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1", "Radia 2"],
    findings: ["heading_left_out", "columns_left_out"],
  },
  {
    name: "postal codes",
    input: "Ada, 04109\nGrace, 04103\nRadia, 04101\n",
    takesTickets: true,
    findings: ["tickets_unreadable!!"],
  },
  {
    name: "total row",
    input: "Ada, 3\nGrace, 1\nRadia, 2\nTotal, 6\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1", "Radia 2", "Total 6"],
    findings: ["sum_row!"],
    remedies: { leave_out: "Ada, 3\nGrace\nRadia, 2" },
  },
  {
    name: "google form",
    input:
      '"Timestamp","Email Address","What is your name?","How many tickets did you buy?"\n2026-01-05 18:02:11,"ada@example.org","Ada Lovelace",3\n2026-01-05 18:09:40,"grace@example.org","Hopper, Grace",1\n2026-01-06 07:30:02,"radia@example.org","Radia ""STP"" Perlman",2\n2026-01-06 09:15:59,"emmy@example.org","Emmy\nNoether",5\n',
    takesTickets: true,
    entries: ["Ada Lovelace 3", "Hopper, Grace 1", 'Radia "STP" Perlman 2', "Emmy Noether 5"],
    findings: ["heading_left_out", "columns_left_out", "line_break_in_label"],
  },
  {
    name: "comments",
    input:
      '#,Date,Profile ID,Username,Comment,Likes\n1,2026-02-01T10:00:00Z,111,ada_l,"@grace_h @radia_p love it, really!",0\n2,2026-02-01T10:01:00Z,112,grace_h,in,2\n3,2026-02-01T10:02:00Z,111,ada_l,@emmy_n,0\n4,2026-02-01T10:03:00Z,113,radia_p,"yes\n😀",1\n5,2026-02-01T10:04:00Z,111,Ada_L,again,0\n',
    takesTickets: true,
    entries: ["ada_l 1", "grace_h 1", "ada_l 1", "radia_p 1", "Ada_L 1"],
    findings: ["heading_left_out", "columns_left_out", "line_break_in_label", "repeated", "spelled_differently"],
  },
  {
    name: "holder heading",
    input:
      '"Ticket number","Holder","Bought on"\n"00017","Ada",2026-03-28\n"00018","Grace",2026-03-29\n"00102","Radia",2026-10-25\n',
    takesTickets: true,
    entries: ["Ada 1", "Grace 1", "Radia 1"],
    findings: ["heading_left_out", "columns_left_out"],
  },
  {
    name: "heading email address",
    input: "Full Name\tEmail Address\nAda\tada@example.org\nGrace\tgrace@example.org\n",
    takesTickets: false,
    entries: ["Ada 1", "Grace 1"],
    findings: ["heading_left_out", "columns_left_out"],
  },
  {
    name: "qty",
    input: "Buyer,Qty\nAda,3\nGrace,1\nRadia,2\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1", "Radia 2"],
    findings: ["heading_left_out"],
  },
  {
    name: "sep line",
    input:
      "\ufeffsep=;\r\nName;E-Mail;Lose\r\nAda;ada@example.org;3\r\nGrace;grace@example.org;1\r\nRadia;radia@example.org;2\r\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1", "Radia 2"],
    findings: ["heading_left_out", "columns_left_out"],
  },
  {
    name: "title row",
    input:
      '"Attendee list, spring fair",,,\n,,,\n"Order no.","Name","Email","Ticket type"\n1001,"Ada Lovelace","ada@example.org","Adult"\n1002,"Grace Hopper","grace@example.org","Child"\n1003,"Radia Perlman","radia@example.org","Adult"\n1004,"Emmy Noether","emmy@example.org","Adult"\n',
    takesTickets: false,
    entries: ["Ada Lovelace 1", "Grace Hopper 1", "Radia Perlman 1", "Emmy Noether 1"],
    findings: ["titles_left_out", "heading_left_out", "columns_left_out"],
  },
  {
    name: "one column",
    input: '"Name"\n"Lovelace, Ada"\n"Hopper, Grace"\n"Radia ""STP"" Perlman"\n"Emmy\nNoether"\n"Ødegård, Åse"\n',
    takesTickets: false,
    entries: ["Lovelace, Ada 1", "Hopper, Grace 1", 'Radia "STP" Perlman 1', "Emmy Noether 1", "Ødegård, Åse 1"],
    findings: ["heading_left_out", "line_break_in_label"],
  },
  {
    name: "unicode text",
    input: {
      hex: "fffe22004600690072007300740020004e0061006d0065002200090022004c0061007300740020004e0061006d00650022000900220045006d00610069006c002200090022005100750061006e00740069007400790022000a0022004100640061002200090022004c006f00760065006c0061006300650022000900220061006400610040006500780061006d0070006c0065002e006f00720067002200090031000a0022004100640061002200090022004200790072006f006e002200090022006200790072006f006e0040006500780061006d0070006c0065002e006f00720067002200090032000a0022004700720061006300650022000900220048006f0070007000650072002200090022006700720061006300650040006500780061006d0070006c0065002e006f00720067002200090031000a00220041006400610022000900220059006f006e0061007400680022000900220079006f006e0061007400680040006500780061006d0070006c0065002e006f00720067002200090033000a00",
    },
    takesTickets: true,
    entries: ["Ada Lovelace 1", "Ada Byron 2", "Grace Hopper 1", "Ada Yonath 3"],
    findings: ["heading_left_out", "columns_left_out"],
  },
  {
    name: "tabs",
    input: "Name\tTickets\tEmail\nAda\t3\tada@example.org\nGrace\t1\tgrace@example.org\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1"],
    findings: ["heading_left_out", "columns_left_out"],
  },
  {
    name: "stray quote",
    input:
      'Name,Email\nAda,ada@example.org\n"Radia,radia@example.org\nGrace,grace@example.org\nEmmy,emmy@example.org\n',
    takesTickets: false,
    entries: ["Ada 1", '"Radia 1', "Grace 1", "Emmy 1"],
    findings: ["bad_quote!", "heading_left_out", "columns_left_out", "stray_quote"],
  },
  {
    name: "two line cell",
    input: '"Ada\nLovelace"\tada@example.org\nGrace\tgrace@example.org\n',
    takesTickets: false,
    entries: ["Ada Lovelace ada@example.org 1", "Grace grace@example.org 1"],
    findings: ["line_break_in_label", "private_data"],
  },
  {
    name: "first last",
    input:
      '"First Name","Last Name","Email","Quantity"\n"Ada","Lovelace","ada@example.org",1\n"Ada","Byron","byron@example.org",2\n"Grace","Hopper","grace@example.org",1\n"Ada","Yonath","yonath@example.org",3\n',
    takesTickets: false,
    entries: ["Ada Lovelace 1", "Ada Byron 1", "Grace Hopper 1", "Ada Yonath 1"],
    findings: ["heading_left_out", "columns_left_out", "tickets_not_counted"],
  },
  {
    name: "homonyms",
    input:
      "Name,Email\nJane Doe,jane@example.org\nJane Doe,jane.doe@example.org\nSam Roe,sam@example.org\nSam Roe,SAM@example.org\n",
    takesTickets: false,
    entries: [
      "Jane Doe jane@example.org 1",
      "Jane Doe jane.doe@example.org 1",
      "Sam Roe sam@example.org 1",
      "Sam Roe SAM@example.org 1",
    ],
    findings: ["heading_left_out", "private_data", "spelled_differently"],
  },
  {
    name: "bidi marks",
    input: "Ada\nAda\u200e\n\u202aGrace\u202c\nGrace\n",
    takesTickets: false,
    findings: ["invisible_characters", "spelled_differently"],
    remedies: { strip_invisible: "Ada\nAda\nGrace\nGrace" },
  },
  {
    name: "homoglyphs",
    input: "Ada\nАda\nGrace\nGraсe\n",
    takesTickets: false,
    findings: ["look_alike"],
  },
  {
    name: "punctuation",
    input: "O'Neil\nO’Neil\nAnne-Marie\nAnne\u2011Marie\n@ada\nada\n",
    takesTickets: false,
    findings: ["spelled_differently"],
  },
  {
    name: "same mail",
    input: "Ada <ada@example.org>\nGrace <grace@example.org>\nAda L. <ADA@example.org>\n",
    takesTickets: false,
    findings: ["private_data", "same_mail"],
  },
  {
    name: "numbered",
    input: "1. Ada\n2. Grace\n3. Radia\n4. Ada\n",
    takesTickets: false,
    findings: ["numbering!"],
    remedies: { strip_numbering: "Ada\nGrace\nRadia\nAda" },
  },
  {
    name: "one line commas",
    input: "Ada, Grace, Radia, Emmy, Sophie\n",
    takesTickets: false,
    entries: ["Ada, Grace, Radia, Emmy, Sophie 1"],
    findings: ["one_line!"],
    remedies: { split_line: "Ada\nGrace\nRadia\nEmmy\nSophie" },
  },
  {
    name: "preview too sure",
    input: "Ada, 1,000\nGrace, 2,500\nRadia, 10\n",
    takesTickets: true,
    findings: ["tickets_unreadable!!"],
    remedies: {
      read_as_thousands: "Ada, 1000\nGrace, 2500\nRadia, 10",
      read_as_decimals: "Ada\nGrace; 2,500\nRadia, 10",
    },
  },
  {
    name: "manage list",
    input: "Name\nAda, 3\nAda, 3\n\nGrace\u200b, 1\nRadia, 3x\n",
    takesTickets: true,
    findings: ["heading_possible!", "invisible_characters", "repeated"],
    remedies: { first_row_is_heading: "Ada, 3\nAda, 3\nGrace\u200b\nRadia, 3" },
  },
  {
    name: "gbk",
    input: {
      hex: "d0d5c3fb2cb2bfc3c52cc6b1cafd0acdf5d2bb2ccffacadb2c330ac0eeb6fe2cbcbccaf52c310ad5c5c8fd2cd0d0d5fe2c320a",
    },
    takesTickets: true,
    entries: ["王一 3", "李二 1", "张三 2"],
    findings: ["heading_left_out", "columns_left_out"],
  },
  {
    name: "floats",
    input: '"Name","Tickets"\n"Ada",3.00\n"Grace",1.00\n"Radia",2.00\n',
    takesTickets: true,
    entries: ["Ada 3", "Grace 1", "Radia 2"],
    findings: ["heading_left_out"],
  },
  {
    name: "no name but tickets",
    input: "Name,Tickets\nAda,3\n,5\nGrace,1\n",
    takesTickets: true,
    entries: ["Ada 3", "Grace 1"],
    findings: ["heading_left_out", "tickets_without_name!"],
    remedies: { leave_out: "Ada, 3\nGrace" },
  },
  {
    name: "vertical tab",
    input: "Ada\u000bGrace\nRadia\n",
    takesTickets: false,
    entries: ["Ada 1", "Grace 1", "Radia 1"],
    findings: [],
  },
  {
    name: "many comments",
    input: "ada_l\nada_l\nada_l\ngrace_h\nradia_p\n",
    takesTickets: true,
    entries: ["ada_l 1", "ada_l 1", "ada_l 1", "grace_h 1", "radia_p 1"],
    findings: ["repeated"],
    remedies: { add_tickets: "ada_l, 3\ngrace_h\nradia_p", drop_repeats: "ada_l\ngrace_h\nradia_p" },
  },
];
