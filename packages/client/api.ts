// Made by `bun packages/client/generate.ts` from the OpenAPI description. Do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listed draws, newest first; `next` is the `after` of the next page */
        get: operations["getApiDraws"];
        put?: never;
        /** Make a draw, at once or for later */
        post: operations["postApiDraws"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draw as everybody sees it */
        get: operations["getApiDrawsById"];
        put?: never;
        post?: never;
        /** Delete an open draw with its list */
        delete: operations["deleteApiDrawsById"];
        options?: never;
        head?: never;
        /** Change title, rule or parameters of an open draw */
        patch: operations["patchApiDrawsById"];
        trace?: never;
    };
    "/api/draws/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of a draw, 100 at a time */
        get: operations["getApiDrawsByIdEntries"];
        /** Replace the list of an open draw, by entries as JSON, by lines or a table as text, or by a workbook */
        put: operations["putApiDrawsByIdEntries"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/result.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result of a drawn draw as CSV, all places of it */
        get: operations["getApiDrawsByIdResult.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lock of a draw that both random services have bound: the file to keep until it is drawn */
        get: operations["getApiDrawsByIdLock"];
        put?: never;
        /** Lock a draw, to be drawn at a time or by hand */
        post: operations["postApiDrawsByIdLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of a drawn or void draw: the file that anyone can check */
        get: operations["getApiDrawsByIdRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the manage key: the old one opens the draw no more */
        post: operations["postApiDrawsByIdKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw: an open draw at once, a locked one when its time has come; a large one when its turn comes */
        post: operations["postApiDrawsByIdDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a locked draw void, for ever, with a reason: one that has not begun, once both services have answered */
        post: operations["postApiDrawsByIdVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/redraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new draw in the place of one that is void, whose manage key this needs */
        post: operations["postApiDrawsByIdRedraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw among the entries that have not won, over the same list, locked to the first draw */
        post: operations["postApiDrawsByIdFollow-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make up to 1,000 draws; answers for each, in order, with the draw or why there is none */
        post: operations["postApiDrawsBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/passovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was passed over, each signed by core: the file that verifiers take beside the record */
        get: operations["getApiDrawsByIdPassovers"];
        put?: never;
        /** Pass over a winner, with a reason: the next alternate moves up */
        post: operations["postApiDrawsByIdPassovers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every step of a draw in order, as it was signed */
        get: operations["getApiDrawsByIdSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of a private draw that its organiser published, each with its salt */
        get: operations["getApiDrawsByIdDisclosures"];
        put?: never;
        /** Publish names of entries of a private draw that were drawn: each label with the salt that hides it, unless this site keeps both */
        post: operations["postApiDrawsByIdDisclosures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the list of a draw that is drawn or void, for good; manifest, root, outcome and positions stay */
        post: operations["postApiDrawsByIdErase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All receipts of a private draw whose names this site keeps, as JSON or as CSV for mail merge */
        get: operations["getApiDrawsByIdReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhooks of a draw, and how their deliveries stand */
        get: operations["getApiDrawsByIdWebhooks"];
        put?: never;
        /** Send the draw's events to an address, signed as the Standard Webhooks specification says */
        post: operations["postApiDrawsByIdWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a webhook */
        delete: operations["deleteApiDrawsByIdWebhooksByWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draws/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that say when to read a draw again: `changed` with a version of it, `here` when nothing changed for long, `over` when nothing more is expected */
        get: operations["getApiDrawsByIdEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published rules, with texts, parameters and examples */
        get: operations["getApiRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Both random services with their keys, null for one that does not answer; where to ask each; core's keys */
        get: operations["getApiServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rule would do with a list of this size: `sentence`, or `why` it cannot work, in your language */
        post: operations["postApiRulesCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Recompute a selection that others published: RFC 3797, RFC 2777, Rivest's sampler; with every step */
        post: operations["postApiReplays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Draw: {
            id: string;
            url: string;
            /** @enum {unknown} */
            state: "open" | "locked" | "drawn" | "void";
            title: string;
            organiser: string;
            rule: string;
            params: {
                [key: string]: unknown;
            };
            listed: boolean;
            /** Format: date-time */
            createdAt: string;
            lockedAt: string | null;
            drawAfter: string | null;
            boundAt: string | null;
            drawnAt: string | null;
            lead: number | null;
            announced: boolean | null;
            begun: boolean;
            resultFixed: boolean;
            manifest: string | null;
            entries: {
                count: number;
                tickets: number;
                root: string;
            };
            seals: {
                a: {
                    service: string;
                    operator: string;
                    generator: string;
                    commitment: string;
                    /** Format: date-time */
                    issuedAt: string;
                    boundAt: string | null;
                    openedAt: string | null;
                    secret: string | null;
                };
                b: {
                    service: string;
                    operator: string;
                    generator: string;
                    commitment: string;
                    /** Format: date-time */
                    issuedAt: string;
                    boundAt: string | null;
                    openedAt: string | null;
                    secret: string | null;
                };
            };
            /** @enum {unknown} */
            parties: 1 | 2;
            test: boolean;
            durable: boolean;
            seed: string | null;
            result: {
                [key: string]: unknown;
            } | null;
            resultCut: boolean;
            passovers: {
                position: number;
                label: string;
                reason: string;
                /** Format: date-time */
                at: string;
                next: {
                    position: number;
                    label: string;
                } | null;
            }[];
            void: {
                reason: string;
                /** Format: date-time */
                at: string;
            } | null;
            erasedAt: string | null;
            previous: {
                id: string;
                url: string;
            } | null;
            redraws: {
                id: string;
                url: string;
            }[];
            followUps: {
                id: string;
                url: string;
            }[];
            lock: string | null;
            record: string | null;
        };
        ManageKey: {
            manageKey: string;
        };
        MadeDraw: components["schemas"]["Draw"] & components["schemas"]["ManageKey"];
        RecentDraws: {
            draws: {
                id: string;
                url: string;
                title: string;
                organiser: string;
                /** @enum {unknown} */
                state: "open" | "locked" | "drawn" | "void";
                rule: string;
                /** Format: date-time */
                createdAt: string;
                count: number;
            }[];
            next: string | null;
        };
        Batch: {
            draws: ({
                id: string | null;
                /** @constant */
                status: 201;
                draw: components["schemas"]["MadeDraw"];
            } | {
                id: string | null;
                status: number;
                problem: components["schemas"]["Problem"];
            })[];
        };
        Entries: {
            count: number;
            from: number;
            entries: {
                label?: string;
                tickets?: number;
                hidden?: string;
                masked?: string;
            }[];
        };
        Receipts: {
            receipts: {
                label: string;
                place: number;
                tickets: number;
                link: string;
                receipt: {
                    /** @constant */
                    type: "fairhat/1/receipt";
                    draw: string;
                    manifest: string;
                    index: number;
                    entry: {
                        label?: string;
                        tickets?: number;
                        hidden?: string;
                        masked?: string;
                    };
                    label: string;
                    salt: string;
                    proof: string[];
                };
            }[];
        };
        Disclosures: {
            names: {
                position: number;
                label: string;
                salt: string;
            }[];
        };
        Webhooks: {
            webhooks: {
                id: string;
                url: string;
                delivered: number;
                attempts: number;
                status: number | null;
                nextAttemptAt: string | null;
                ended: ("gone" | "failed") | null;
            }[];
        };
        NewWebhook: {
            id: string;
            url: string;
            delivered: number;
            attempts: number;
            status: number | null;
            nextAttemptAt: string | null;
            ended: ("gone" | "failed") | null;
            secret: string;
        };
        Steps: {
            steps: {
                /** @enum {unknown} */
                step: "sealed" | "locked" | "bound" | "opened" | "void" | "passover";
                /** Format: date-time */
                at: string;
                service: ("a" | "b") | null;
                key: string | null;
                statement: {
                    [key: string]: unknown;
                };
                signature: string | null;
            }[];
        };
        File: {
            [key: string]: unknown;
        };
        Rules: {
            rules: {
                name: string;
                title: string;
                text: string;
                params: {
                    [key: string]: unknown;
                };
                defaults: {
                    [key: string]: unknown;
                };
                takesList: boolean;
                examples: {
                    [key: string]: unknown;
                }[];
            }[];
        };
        RuleCheck: {
            /** @constant */
            fits: true;
            sentence: string;
            takesTickets: boolean;
            params: {
                [key: string]: unknown;
            };
        } | {
            /** @constant */
            fits: false;
            why: string;
            reason: string;
        };
        Replay: {
            rule: string;
            picks: number[];
        };
        Services: {
            a: {
                operator: string;
                generator: string;
                keys: {
                    key: string;
                }[];
            } | null;
            b: {
                operator: string;
                generator: string;
                keys: {
                    key: string;
                }[];
            } | null;
            parties: (1 | 2) | null;
            urls: {
                a: string;
                b: string;
            };
            core: {
                key: string;
                keys: string[];
            };
        };
        Problem: {
            /** @constant */
            type: "about:blank";
            title: string;
            status: number;
            /** @description A literal that programs can compare */
            reason: string;
            /** @description What to do, for people */
            detail: string;
            /** @description The field that was wrong */
            field?: {
                at?: string;
                expected?: string;
                found?: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: never;
    };
    getApiDraws: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecentDraws"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDraws: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same body, the request gives the same draw and the same manage key */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    rule: string;
                    /** @enum {unknown} */
                    draw: "now" | "later";
                    params?: Record<string, unknown>;
                    organiser?: string;
                    listed?: boolean;
                    private?: boolean;
                    /** @enum {unknown} */
                    mask?: "initials" | "mail" | "nothing";
                    test?: boolean;
                    entries?: (string | {
                        label: string;
                        tickets?: number;
                        group?: string;
                    } | {
                        hidden: string;
                        masked: string;
                        tickets?: number;
                        group?: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDraw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiDrawsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patchApiDrawsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    rule?: string;
                    params?: Record<string, unknown>;
                    organiser?: string;
                    listed?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdEntries: {
        parameters: {
            query?: {
                from?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entries"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putApiDrawsByIdEntries: {
        parameters: {
            query?: {
                keep?: string;
                sheet?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    entries: (string | {
                        label: string;
                        tickets?: number;
                        group?: string;
                    } | {
                        hidden: string;
                        masked: string;
                        tickets?: number;
                        group?: string;
                    })[];
                };
                "text/plain": string;
                "text/csv": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/vnd.oasis.opendocument.spreadsheet": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "getApiDrawsByIdResult.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    drawAfter?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManageKey"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdVoid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdRedraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    rule: string;
                    /** @enum {unknown} */
                    draw: "now" | "later";
                    params?: Record<string, unknown>;
                    organiser?: string;
                    listed?: boolean;
                    private?: boolean;
                    /** @enum {unknown} */
                    mask?: "initials" | "mail" | "nothing";
                    test?: boolean;
                    entries?: (string | {
                        label: string;
                        tickets?: number;
                        group?: string;
                    } | {
                        hidden: string;
                        masked: string;
                        tickets?: number;
                        group?: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDraw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "postApiDrawsByIdFollow-up": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    organiser?: string;
                    params?: Record<string, unknown>;
                    drawAfter?: string | null;
                    listed?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeDraw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeated with the same body, the request gives the same draw and the same manage key */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    draws: {
                        title: string;
                        rule: string;
                        /** @enum {unknown} */
                        draw: "now" | "later";
                        params?: Record<string, unknown>;
                        organiser?: string;
                        listed?: boolean;
                        private?: boolean;
                        /** @enum {unknown} */
                        mask?: "initials" | "mail" | "nothing";
                        test?: boolean;
                        id?: string;
                        entries?: (string | {
                            label: string;
                            tickets?: number;
                            group?: string;
                        } | {
                            hidden: string;
                            masked: string;
                            tickets?: number;
                            group?: string;
                        })[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdPassovers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdPassovers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    position: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Steps"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdDisclosures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disclosures"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdDisclosures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    names: {
                        position: number;
                        label?: string;
                        salt?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdErase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipts"];
                    "text/csv": string;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiDrawsByIdWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteApiDrawsByIdWebhooksByWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiDrawsByIdEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiRulesCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rule: string;
                    params: Record<string, unknown>;
                    entries: {
                        count: number;
                        tickets: number;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleCheck"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postApiReplays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rule: string;
                    params: Record<string, unknown>;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            /** @description A refusal */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
