package dev.pavior.local.connect.findings;

import dev.pavior.contract.ItemKey;
import java.util.List;

/**
 * An edit that was not made.
 *
 * @param item the item it was for
 * @param policy the policy that wanted it
 * @param add labels it would have put on
 * @param remove labels it would have taken off
 */
public record Wish(ItemKey item, String policy, List<String> add, List<String> remove) {

    public Wish {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }
}
