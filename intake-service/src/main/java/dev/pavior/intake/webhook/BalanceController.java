package dev.pavior.intake.webhook;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the balance of deliveries since this instance started. */
@RestController
public final class BalanceController {

    private final Balance balance;

    public BalanceController(Balance balance) {
        this.balance = balance;
    }

    @GetMapping("/v1/balance")
    Balance.Sheet balance() {
        return balance.sheet();
    }
}
