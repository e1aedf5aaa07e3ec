package dev.pavior.intake.requests;

/** Bodies of requests as people would send them. */
final class Bodies {

    static final String AUTOMATION =
            """
            {
              "kind": "automation",
              "title": "Scan tokens before they are pushed",
              "area": "prodsec-automation",
              "fields": {
                "problem": "We look for leaked tokens by hand, @all.",
                "user_requirements": "A token is found within a minute.",
                "alternatives": "Push rules do not know our token formats.",
                "business_case": "Six hours a week."
              }
            }
            """;

    static final String RISK =
            """
            {
              "kind": "risk",
              "title": "Runner tokens do not expire",
              "area": "security-features",
              "confidential": true,
              "emergency": true,
              "fields": {
                "risk": "A leaked token is valid for ever.",
                "likelihood": 5.0,
                "impact": 4,
                "scope": "identity",
                "proposal": "Expiring runner tokens."
              }
            }
            """;

    private Bodies() {}
}
